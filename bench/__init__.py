"""What measures the Atlas: made-up records in any number, and a table of times, bytes and memory."""

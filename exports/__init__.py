"""What leaves the house: tables and figures in, bytes out."""

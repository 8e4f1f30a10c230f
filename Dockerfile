FROM python:3.12-slim
ENV PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1 MALLOC_ARENA_MAX=1 HOST=0.0.0.0 PORT=8501
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt
COPY . .
RUN useradd --create-home atlas && install -d -o atlas var
USER atlas
EXPOSE 8501
HEALTHCHECK --start-period=60s CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/_stcore/health', timeout=5)"]
CMD ["sh", "-c", "exec python -m streamlit run serve.py --server.address \"$HOST\" --server.port \"$PORT\" --server.headless true --browser.gatherUsageStats false"]

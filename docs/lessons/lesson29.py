# Lesson 29: ThreadPoolExecutor, pages fetched by a few threads
#
# submit gives a future: ask it for its result, or let it call back when it is done.
#
# Run it alone: python3 lesson29.py
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.request import urlopen

lengths = []
lock = Lock()


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        size = int(self.path[1:])
        self.send_response(200)
        self.send_header('Content-Length', str(size))
        self.end_headers()
        self.wfile.write(b'x' * size)


Pages.log_message = lambda *args: None


def get(url):
    with urlopen(url) as response:
        return response.read()


def parse(future):
    page = future.result()
    with lock:
        lengths.append(len(page))


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Pages)
    Thread(target=server.serve_forever).start()
    site = 'http://127.0.0.1:' + str(server.server_address[1]) + '/'

    executor = ThreadPoolExecutor(3)
    futures = [executor.submit(get, site + str(size)) for size in [100, 3000, 20, 50000, 7]]
    print('in the order of the futures:', [len(future.result()) for future in futures])

    for size in [400, 10, 6000]:
        future = executor.submit(get, site + str(size))
        future.add_done_callback(parse)
    executor.shutdown(wait=True)
    print('by the callback:', sorted(lengths))

    with ThreadPoolExecutor(max_workers=2, thread_name_prefix='fetch') as fetch:
        failed = fetch.submit(get, 'no page')
    print('failed:', failed.done(), failed.exception() is not None)
    try:
        executor.submit(get, site)
    except RuntimeError as e:
        print('RuntimeError:', e)
    server.shutdown()
    server.server_close()

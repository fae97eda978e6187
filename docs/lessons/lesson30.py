# Lesson 30: ProcessPoolExecutor, pages fetched by a few processes
#
# A call runs in a worker process; its callback runs here.
#
# Run it alone: python3 lesson30.py
import os
from concurrent.futures import ProcessPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.request import urlopen

parsed = []
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
        return [os.getpid(), len(response.read())]


def parse(future):
    page = future.result()
    with lock:
        parsed.append([page[0] == os.getpid(), page[1]])


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Pages)
    Thread(target=server.serve_forever).start()
    site = 'http://127.0.0.1:' + str(server.server_address[1]) + '/'

    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(get, site + str(size)) for size in [100, 3000, 20]]
        pages = [future.result() for future in futures]
        print('lengths:', [page[1] for page in pages])
        print('fetched in another process:', os.getpid() not in [page[0] for page in pages])
        for size in [400, 10, 6000]:
            executor.submit(get, site + str(size)).add_done_callback(parse)
    parsed.sort(key=lambda page: page[1])
    print('fetched where the callback ran:', parsed)
    server.shutdown()
    server.server_close()

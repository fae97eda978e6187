"""Sockets and struct: names and thousands a second; of sendfile, MiB a second."""
import os
import select
import socket
import socketserver
import struct
import sys
import tempfile
import threading
import time

BLOCK = 1 << 28


def rate(name, count, work, rounds=3):
    best = 0
    for _ in range(rounds):
        begun = time.perf_counter()
        work(count)
        best = max(best, count / (time.perf_counter() - begun) / 1000)
    print(name, best, flush=True)


def tcp():
    with socket.create_server(('127.0.0.1', 0)) as server:
        client = socket.create_connection(server.getsockname())
        conn = server.accept()[0]
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client, conn


def echo():
    client, conn = tcp()

    def answer():
        while data := conn.recv(4096):
            conn.sendall(data)

    def ask(count):
        for _ in range(count):
            client.sendall(message)
            client.recv(4096)

    message = bytes(64)
    answering = threading.Thread(target=answer)
    answering.start()
    rate('echo', 10_000, ask)
    client.close()
    answering.join()


class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line)


def serve():
    class Server(socketserver.ThreadingTCPServer):
        request_queue_size = 128
        daemon_threads = True

    with Server(('127.0.0.1', 0), Lines) as server:
        print(server.server_address[1], flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        os._exit(0)


def selecting():
    watched = [socket.socket(type=socket.SOCK_DGRAM) for _ in range(1010)]  # with two each select() would run out of numbers
    for each in watched:
        each.bind(('127.0.0.1', 0))
        each.connect(each.getsockname())

    def work(count):
        for i in range(count):
            watched[i % 10 * 100].send(b'x')
            for ready in select.select(watched, [], [])[0]:
                ready.recv(1)

    rate('select', 3000, work)
    for each in watched:
        each.close()


def sends_file():
    client, conn = tcp()

    def drain():
        buffer = bytearray(1 << 20)
        while conn.recv_into(buffer):
            pass

    draining = threading.Thread(target=drain)
    draining.start()
    with tempfile.TemporaryFile() as f:
        f.truncate(BLOCK)

        def work(count):
            for _ in range(4):
                client.sendfile(f, 0)

        best = 0
        for _ in range(2):
            begun = time.perf_counter()
            work(4)
            best = max(best, 4 * BLOCK / (1 << 20) / (time.perf_counter() - begun))
        print('sendfile', best)
    client.close()
    draining.join()


def structs():
    form = struct.Struct('<ihqd8s')
    packed = form.pack(1, 2, 3, 4.5, b'abcdefgh')

    def pack(count):
        for i in range(count):
            form.pack(i, 2, 3, 4.5, b'abcdefgh')

    def unpack(count):
        for _ in range(count):
            form.unpack(packed)

    rate('pack', 500_000, pack)
    rate('unpack', 500_000, unpack)


if sys.argv[1] == 'serve':
    serve()
else:
    for work in echo, selecting, sends_file, structs:
        work()

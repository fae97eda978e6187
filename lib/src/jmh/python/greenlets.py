# Measures gevent and greenlet: nanoseconds for each work, the best of some rounds.
import time

import gevent
from gevent.server import StreamServer
from gevent.socket import create_connection
from greenlet import getcurrent, greenlet


def best(work, rounds=5):
    return min(work() for _ in range(rounds))


def switch(n=200000):
    main = getcurrent()

    def body():
        while True:
            main.switch()

    g = greenlet(body)
    g.switch()
    begin = time.perf_counter()
    for _ in range(n // 2):
        g.switch()
    return (time.perf_counter() - begin) / n * 1e9


def sleep(n=50000, greenlets=2):
    def body():
        for _ in range(n):
            gevent.sleep(0)

    gs = [gevent.spawn(body) for _ in range(greenlets)]
    begin = time.perf_counter()
    gevent.joinall(gs)
    return (time.perf_counter() - begin) / (n * greenlets) * 1e9


def spawn(n=20000):
    begin = time.perf_counter()
    gevent.joinall([gevent.spawn(int) for _ in range(n)])
    return (time.perf_counter() - begin) / n * 1e9


def spawn_one(n=5000):
    def body():
        for _ in range(n):
            gevent.spawn(int).join()

    begin = time.perf_counter()
    gevent.spawn(body).join()
    return (time.perf_counter() - begin) / n * 1e9


def sockets(connections=200, n=20):
    def serve(socket, address):
        data = socket.recv(100)
        while data:
            socket.sendall(data)
            data = socket.recv(100)

    def talk(socket):
        for _ in range(n):
            socket.sendall(b"some bytes")
            socket.recv(100)

    server = StreamServer(("127.0.0.1", 0), serve)
    server.start()
    all = [create_connection(server.address) for _ in range(connections)]
    begin = time.perf_counter()
    gevent.joinall([gevent.spawn(talk, socket) for socket in all])
    taken = (time.perf_counter() - begin) / (connections * n) * 1e9
    for socket in all:
        socket.close()
    server.stop()
    return taken


print("switch", best(switch))
print("sleep", best(sleep))
print("spawn", best(spawn))
print("spawn_one", best(spawn_one))
print("sockets", best(sockets))

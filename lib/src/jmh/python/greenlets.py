# Measures gevent and greenlet: nanoseconds for each work, the best of some rounds.
import time

import gevent
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


print("switch", best(switch))
print("sleep", best(sleep))
print("spawn", best(spawn))
print("spawn_one", best(spawn_one))

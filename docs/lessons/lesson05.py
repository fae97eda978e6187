# Lesson 05: a counter shared by threads, without a lock and with one
#
# Reading and writing back are two steps. Without a lock another thread comes between them and its step is lost.
#
# Run it alone: python3 lesson05.py
import time
from threading import Lock, Thread

counter = 0
lock = Lock()


def broken_add(times):
    global counter
    for _ in range(times):
        n = counter
        time.sleep(0.01)
        counter = n + 1


def add_with_acquire(times):
    global counter
    for _ in range(times):
        lock.acquire()
        try:
            n = counter
            time.sleep(0.001)
            counter = n + 1
        finally:
            lock.release()


def add_with_with(times):
    global counter
    for _ in range(times):
        with lock:
            n = counter
            time.sleep(0.001)
            counter = n + 1


def count(add):
    global counter
    counter = 0
    threads = [Thread(target=add, args=(10,)) for _ in range(10)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return counter


if __name__ == '__main__':
    print('without a lock, all 100 counted:', count(broken_add) == 100)
    print('acquire and release:', count(add_with_acquire))
    print('with lock:', count(add_with_with))
    print('locked at the end:', lock.locked())

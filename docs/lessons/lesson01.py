# Lesson 01: ten threads from a target with an argument
#
# The main thread prints last when it joins the ten, and first when it does not wait for them.
#
# Run it alone: python3 lesson01.py
import time
from threading import Thread


def show(i):
    time.sleep(0.1)
    print('thread', i)


def with_join():
    threads = []
    for i in range(10):
        t = Thread(target=show, args=(i,))
        t.start()
        threads.append(t)
    for t in threads:
        t.join()
    print('main thread: last, it joined the ten')


def without_join():
    for i in range(10):
        t = Thread(target=show, args=(i,))
        t.start()
    print('main thread: first, it did not wait for the ten')


if __name__ == '__main__':
    with_join()
    without_join()

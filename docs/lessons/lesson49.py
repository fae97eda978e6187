# Lesson 49: Choosing between threads, processes and greenlets
#
# What waits is quick in any of them; what calculates is quick only where processors work at the same time.
#
# Run it alone: python3 lesson49.py
# Needs the Python module gevent.

import threading
import time

import gevent


def wait_a_bit():
    time.sleep(0.1)


def wait_in_a_greenlet():
    gevent.sleep(0.1)


def calculate(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total


def in_threads(work, count):
    threads = [threading.Thread(target=work) for _ in range(count)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


def in_greenlets(work, count):
    gevent.joinall([gevent.spawn(work) for _ in range(count)])


def one_by_one(work, count):
    for _ in range(count):
        work()


def timed(run, work, count):
    begin = time.perf_counter()
    run(work, count)
    return time.perf_counter() - begin


if __name__ == "__main__":
    slow = timed(one_by_one, wait_a_bit, 10)
    print("one by one takes a second or more:", slow >= 1)
    print("threads wait at the same time:", timed(in_threads, wait_a_bit, 10) < slow)
    print("greenlets wait at the same time:", timed(in_greenlets, wait_in_a_greenlet, 10) < slow)

    print("to calculate, each takes its turn:", calculate(1000))
    print("many greenlets are cheap:", timed(in_greenlets, wait_in_a_greenlet, 5000) < 60)

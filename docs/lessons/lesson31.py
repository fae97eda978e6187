# Lesson 31: futures together
#
# map, as_completed and wait look at many futures at once; cancel takes back what has not begun.
#
# Run it alone: python3 lesson31.py
import time
from concurrent.futures import (
    FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait)
from threading import Event


def square(n):
    return n * n


def check(n):
    if n == 3:
        raise ValueError('three')
    return n


def stay(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == '__main__':
    gate = Event()
    with ThreadPoolExecutor(2) as executor:
        print('map:', list(executor.map(square, [1, 2, 3])))
        results = executor.map(check, [1, 3, 5])
        print('first:', next(results))
        try:
            next(results)
        except ValueError as e:
            print('second:', e)

        futures = [executor.submit(square, n) for n in range(4)]
        print('as_completed:', sorted(future.result() for future in as_completed(futures)))

        slow = executor.submit(gate.wait)
        quick = executor.submit(square, 5)
        done, not_done = wait([slow, quick], return_when=FIRST_COMPLETED)
        print('FIRST_COMPLETED:', quick in done, slow in not_done)
        bad = executor.submit(check, 3)
        done, not_done = wait([slow, bad], return_when=FIRST_EXCEPTION)
        print('FIRST_EXCEPTION:', bad in done, slow in not_done, bad.exception())
        try:
            slow.result(timeout=0.05)
        except TimeoutError:
            print('not done within 0.05 seconds:', slow.done(), slow.running())

        other = executor.submit(gate.wait)
        waiting = executor.submit(square, 6)
        print('cancel:', waiting.cancel(), waiting.cancelled(), slow.cancel())
        try:
            waiting.result()
        except CancelledError:
            print('cancelled')
        gate.set()
        print('all done:', wait([slow, other]).not_done == set())

    executor = ProcessPoolExecutor(1)
    running = executor.submit(stay, 0.5)
    queued = [executor.submit(square, n) for n in range(9)]
    while not running.running():
        time.sleep(0.01)
    executor.shutdown(wait=True, cancel_futures=True)
    print('shutdown:', running.result(), queued[-1].cancelled())

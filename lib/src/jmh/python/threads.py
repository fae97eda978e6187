"""The twins of the JMH benchmarks: prints a line 'name nanoseconds' for each, the best of five."""
import contextvars
import itertools
import queue
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def best(f, n, times=5):
    least = None
    for _ in range(times):
        t = time.perf_counter_ns()
        f(n)
        t = (time.perf_counter_ns() - t) / n
        least = t if least is None else min(least, t)
    return least


def acquire_release(lock):
    def run(n):
        acquire, release = lock.acquire, lock.release
        for _ in range(n):
            acquire()
            release()
    return run


def contended(lock, threads):
    def run(n):
        f = acquire_release(lock)
        ts = [threading.Thread(target=f, args=(n,)) for _ in range(threads)]
        for t in ts:
            t.start()
        for t in ts:
            t.join()
    return run


def event(n):
    a, b = threading.Event(), threading.Event()

    def pong():
        for _ in range(n):
            a.wait()
            a.clear()
            b.set()
    t = threading.Thread(target=pong)
    t.start()
    for _ in range(n):
        a.set()
        b.wait()
        b.clear()
    t.join()


def condition(n):
    cond = threading.Condition(threading.Lock())
    turn = [False]

    def play(mine):
        for _ in range(n):
            with cond:
                while turn[0] != mine:
                    cond.wait()
                turn[0] = not mine
                cond.notify()
    t = threading.Thread(target=play, args=(True,))
    t.start()
    play(False)
    t.join()


def transfer(make, pairs, items=itertools.repeat(1)):
    def run(n):
        q = make()

        def put():
            for item in itertools.islice(items, n // pairs):
                q.put(item)

        def get():
            for _ in range(n // pairs):
                q.get()
        ts = [threading.Thread(target=f) for _ in range(pairs) for f in (put, get)]
        for t in ts:
            t.start()
        for t in ts:
            t.join()
    return run


def start_join(n):
    for _ in range(n):
        t = threading.Thread(target=int)
        t.start()
        t.join()


executor = ThreadPoolExecutor(2)


def bulk(n):
    for f in [executor.submit(int) for _ in range(n)]:
        f.result()


def round_trip(n):
    for _ in range(n):
        executor.submit(int).result()


variable = contextvars.ContextVar('variable', default=1)
variable.set(2)


def context_var_get(n):
    for _ in range(n):
        variable.get()


def report(name, nanoseconds):
    print(name, round(nanoseconds, 1), flush=True)


report('lock', best(acquire_release(threading.Lock()), 300000))
report('rlock', best(acquire_release(threading.RLock()), 300000))
report('lock@2', best(contended(threading.Lock(), 2), 50000))
report('rlock@2', best(contended(threading.RLock(), 2), 50000))
report('lock@8', best(contended(threading.Lock(), 8), 20000))
report('rlock@8', best(contended(threading.RLock(), 8), 20000))
report('semaphore', best(acquire_release(threading.Semaphore(2)), 50000))
report('bounded_semaphore', best(acquire_release(threading.BoundedSemaphore(2)), 50000))
report('event', best(event, 2000))
report('condition', best(condition, 2000))
report('queue_1000_1to1', best(transfer(lambda: queue.Queue(1000), 1), 20000))
report('queue_1000_4to4', best(transfer(lambda: queue.Queue(1000), 4), 20000))
report('queue_unbounded', best(transfer(queue.Queue, 1), 20000))
report('simple_queue', best(transfer(queue.SimpleQueue, 1), 100000))
report('lifo_queue', best(transfer(queue.LifoQueue, 1), 20000))
report('priority_queue', best(transfer(queue.PriorityQueue, 1, iter(lambda: random.randrange(1 << 20), -1)), 20000))
report('priority_queue_all_equal', best(transfer(queue.PriorityQueue, 1), 20000))
report('thread_start_join', best(start_join, 500))
report('context_var_get', best(context_var_get, 300000))
report('executor_bulk', best(bulk, 5000))
report('executor_round_trip', best(round_trip, 1000))
executor.shutdown()

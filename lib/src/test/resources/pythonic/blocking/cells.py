"""Makes one blocking call for each cell of the matrix on Python's own modules, and prints what came of it.

A line of the input names a method, the state of its object, and the time-out, with tabs between. The output repeats it and adds the
outcome: a value or an exception; ~ before it means that the call took the small time-out, .. that it was blocked until another
thread let it go on.
"""

import logging
import multiprocessing
import os
import queue
import sys
import threading
import time
from concurrent import futures
from multiprocessing import connection, queues, synchronize  # now: to load them takes longer than some calls

BOUND = 30
QUIET = 1.5
SMALL = 0.3  # more than a busy machine keeps a thread that does not wait
LIMITS = {"None": None, "0": 0, "small": SMALL, "-1": -1, "-2": -2, "large": 1e6, "max": threading.TIMEOUT_MAX, "huge": 1e300}

logging.disable()
MODULES = queues, synchronize


def nothing():
    pass


class Situation:
    """An object in one state: what the calling thread does first, the call, and what lets a blocked call go on."""

    def __init__(self, call, before=nothing, release=nothing):
        self.call, self.before, self.release = call, before, release


def timed(method, *nowait):
    """The call for each time-out: left out, given by name, or none that waits."""

    def call(limit):
        if limit == "omitted":
            return method()
        if limit == "no wait":
            return method(*nowait)
        return method(timeout=LIMITS[limit])

    return call


def elsewhere(action):
    thread = threading.Thread(target=action, daemon=True)
    thread.start()
    return thread


class Holder:
    """Another thread that holds a lock."""

    def __init__(self, lock):
        held, self.end = threading.Event(), threading.Event()

        def hold():
            with lock:
                held.set()
                self.end.wait()

        elsewhere(hold)
        held.wait()

    def release(self):
        self.end.set()


def acquiring(lock, state):
    call = timed(lock.acquire, False)
    if state == "free":
        return Situation(call)
    if state == "held by this thread":
        return Situation(call, before=lock.acquire, release=lock.release if type(lock) is type(threading.Lock()) else nothing)
    return Situation(call, release=Holder(lock).release)


def entering(lock, state):
    situation = acquiring(lock, state)
    situation.call = lambda limit: bool(lock.__enter__())
    return situation


def permits(kind, state):
    semaphore = kind(1)
    if state == "no permit":
        semaphore.acquire()
    return Situation(timed(semaphore.acquire, False), release=semaphore.release)


def waiting(condition, state, method=None):
    call = timed(method or condition.wait)
    if state.startswith("held by another"):
        Holder(condition)
        return Situation(call)

    def notify():
        with condition:
            condition.notify()

    def before():
        for _ in range({"not held": 0, "held": 1, "held twice": 2}[state.split(",")[0]]):
            condition.acquire()

    return Situation(call, before, notify)


def waiting_for(condition, state):
    box = [5 if state.endswith("true") else 0]

    def wait_for(timeout=None):
        return condition.wait_for(lambda: box[0], timeout)

    situation = waiting(condition, state, wait_for)
    notify = situation.release

    def release():
        box[0] = 7
        notify()

    situation.release = release
    return situation


def event(state):
    made = threading.Event()
    if state == "set":
        made.set()
    return Situation(timed(made.wait), release=made.set)


def barrier(state):
    made = threading.Barrier(1 if state == "alone" else 2, timeout=SMALL if state.endswith("small time-out of its own") else None)
    if state == "broken":
        made.abort()
    if state == "last of two":
        elsewhere(made.wait)
        while not made.n_waiting:
            time.sleep(0.001)
    return Situation(timed(made.wait), release=lambda: elsewhere(made.wait))


def joining(thread, state, gate, ready=nothing):
    if state == "not started":
        return Situation(timed(thread.join))
    if state == "current":
        return Situation(lambda limit: timed(threading.current_thread().join)(limit))
    thread.daemon = True
    thread.start()
    ready()
    if state in ("ended", "fired", "cancelled"):
        gate.set()
        threading.Thread.join(thread)
    return Situation(timed(thread.join), release=gate.set)


def thread(state):
    gate = threading.Event()
    return joining(threading.Thread(target=gate.wait), state, gate)


def timer(state):
    gate = threading.Event()
    made = threading.Timer(0 if state == "fired" else 1000, gate.wait)
    situation = joining(made, state, gate, made.cancel if state == "cancelled" else nothing)
    if state == "waiting":
        situation.release = made.cancel
    return situation


def filled(kind, state):
    sizes = {"full": 1, "room": 2}
    made = kind(maxsize) if (maxsize := sizes.get(state.split(",")[0])) else kind()
    if not state.startswith("empty"):
        made.put(0)
    if state.endswith("shut down"):
        made.shutdown()
    return made


def getting(kind, state):
    made = filled(kind, state)
    return Situation(timed(made.get, False), release=lambda: made.put(7))


def putting(kind, state):
    made = filled(kind, state)

    def put(*args, **kwargs):
        return made.put(3, *args, **kwargs)

    return Situation(timed(put, False), release=lambda: made.get())


def joining_queue(kind, state):
    made = kind()
    if state != "no task":
        made.put(1)
    if state == "all done":
        made.get()
        made.task_done()
    if state.startswith("shut down"):
        made.shutdown(immediate=state.endswith("at once"))

    def done():
        made.get()
        made.task_done()

    return Situation(timed(made.join), release=done)


def future(state):
    made = futures.Future()
    if state == "cancelled":
        made.cancel()
    elif state == "cancelled, noticed":
        made.cancel()
        made.set_running_or_notify_cancel()
    elif state != "pending":
        made.set_running_or_notify_cancel()
        if state == "finished":
            made.set_result(5)
        elif state == "failed":
            made.set_exception(KeyError("f"))
    return made


def settle(made):
    if made.running() or made.set_running_or_notify_cancel():
        made.set_result(7)


def named(error):
    return error and Verbatim(type(error).__name__)


def result(state):
    made = future(state)
    return Situation(timed(made.result), release=lambda: settle(made))


def exception(state):
    made = future(state)
    return Situation(lambda limit: named(timed(made.exception)(limit)), release=lambda: settle(made))


def several(state):
    """States of several futures, as in `finished + pending`."""
    return [] if state == "no future" else [future(one) for one in state.split(" + ")]


def waiting_when(return_when):
    def situation(state):
        made = several(state)

        def wait(timeout=None):
            done, not_done = futures.wait(made, timeout, return_when)
            return Verbatim(f"{len(done)}+{len(not_done)}")

        return Situation(timed(wait), release=lambda: settle(made[-1]))

    return situation


def as_completed(state):
    made = several(state)

    def count(timeout=None):
        return len([one for one in futures.as_completed(made, timeout)])

    return Situation(timed(count), release=lambda: settle(made[-1]))


def worker(state, gate):
    if state == "fails":
        raise KeyError("w")
    gate.wait()
    return 5


def mapping(state):
    gate = threading.Event()
    executor = futures.ThreadPoolExecutor(1)
    if state == "done":
        gate.set()

    def results(**limit):
        mapped = executor.map(worker, [] if state == "no argument" else [state], [gate], **limit)
        if state in ("done", "fails"):
            executor.submit(nothing).result()
        return list(mapped)

    return Situation(timed(results), release=gate.set)


def shutting_down(state):
    gate = threading.Event()
    executor = futures.ThreadPoolExecutor(1)
    if state != "never used":
        executor.submit(gate.wait)
    if state == "ended":
        gate.set()
        executor.shutdown()

    return Situation(lambda limit: executor.shutdown() if limit == "omitted" else executor.shutdown(wait=False), release=gate.set)


def shared(lock, state):
    call = timed(lock.acquire, False)
    if state == "held by this thread":
        return Situation(call, before=lock.acquire, release=lock.release)
    return Situation(call, release=Holder(lock).release) if state == "held by another" else Situation(call)


def shared_event(state):
    made = multiprocessing.Event()
    if state == "set":
        made.set()
    return Situation(timed(made.wait), release=made.set)


def shared_barrier(state):
    made = multiprocessing.Barrier(1 if state == "alone" else 2)
    if state == "broken":
        made.abort()
    return Situation(timed(made.wait), release=lambda: elsewhere(made.wait))


def contents(kind, state):
    made = kind(1) if state == "full" else kind()
    if state in ("one item", "full"):
        made.put(0)
        while made.empty():
            time.sleep(0.001)
    return made


def shared_getting(kind, state):
    made = contents(kind, state)
    return Situation(timed(made.get, False), release=lambda: made.put(7))


def shared_putting(kind, state):
    made = contents(kind, state)

    def put(*args, **kwargs):
        return made.put(3, *args, **kwargs)

    return Situation(timed(put, False), release=made.get)


def shared_joining(state):
    made = multiprocessing.JoinableQueue()

    def done():
        made.get()
        made.task_done()

    if state != "no task":
        made.put(1)
    if state == "all done":
        done()
    return Situation(timed(made.join), release=done)


def messages(method):
    def situation(state):
        here, there = multiprocessing.Pipe()
        if state == "one message":
            there.send(0)
        if state == "other end closed":
            there.close()
        if state == "closed":
            here.close()

        def call(limit):
            arguments = [] if limit == "omitted" else [LIMITS[limit]]
            if method == "wait":
                return len(connection.wait([here], *arguments))
            return getattr(here, method)(*arguments)

        made = Situation(call, release=lambda: there.send(7))
        made.ends = here, there
        return made

    return situation


class Verbatim(str):
    """A value that is printed as it is."""

    def __repr__(self):
        return str(self)


METHODS = {
    "Lock.acquire": lambda state: acquiring(threading.Lock(), state),
    "Lock.__enter__": lambda state: entering(threading.Lock(), state),
    "RLock.acquire": lambda state: acquiring(threading.RLock(), state),
    "RLock.__enter__": lambda state: entering(threading.RLock(), state),
    "Condition.acquire": lambda state: acquiring(threading.Condition(), state),
    "Condition.__enter__": lambda state: entering(threading.Condition(), state),
    "Condition.wait": lambda state: waiting(threading.Condition(), state),
    "Condition(Lock()).wait": lambda state: waiting(threading.Condition(threading.Lock()), state),
    "Condition.wait_for": lambda state: waiting_for(threading.Condition(), state),
    "Semaphore.acquire": lambda state: permits(threading.Semaphore, state),
    "BoundedSemaphore.acquire": lambda state: permits(threading.BoundedSemaphore, state),
    "Event.wait": event,
    "Barrier.wait": barrier,
    "Thread.join": thread,
    "Timer.join": timer,
    "time.sleep": lambda state: Situation(lambda limit: time.sleep(LIMITS[limit])),
    "SimpleQueue.get": lambda state: getting(queue.SimpleQueue, state),
    "SimpleQueue.put": lambda state: putting(queue.SimpleQueue, state),
    "Future.result": result,
    "Future.exception": exception,
    "wait ALL_COMPLETED": waiting_when(futures.ALL_COMPLETED),
    "wait FIRST_COMPLETED": waiting_when(futures.FIRST_COMPLETED),
    "wait FIRST_EXCEPTION": waiting_when(futures.FIRST_EXCEPTION),
    "as_completed": as_completed,
    "Executor.map": mapping,
    "Executor.shutdown": shutting_down,
    "multiprocessing.Lock.acquire": lambda state: shared(multiprocessing.Lock(), state),
    "multiprocessing.RLock.acquire": lambda state: shared(multiprocessing.RLock(), state),
    "multiprocessing.Semaphore.acquire": lambda state: permits(multiprocessing.Semaphore, state),
    "multiprocessing.BoundedSemaphore.acquire": lambda state: permits(multiprocessing.BoundedSemaphore, state),
    "multiprocessing.Event.wait": shared_event,
    "multiprocessing.Condition.wait": lambda state: waiting(multiprocessing.Condition(), state),
    "multiprocessing.Barrier.wait": shared_barrier,
    "multiprocessing.Queue.get": lambda state: shared_getting(multiprocessing.Queue, state),
    "multiprocessing.Queue.put": lambda state: shared_putting(multiprocessing.Queue, state),
    "multiprocessing.JoinableQueue.get": lambda state: shared_getting(multiprocessing.JoinableQueue, state),
    "multiprocessing.JoinableQueue.put": lambda state: shared_putting(multiprocessing.JoinableQueue, state),
    "multiprocessing.JoinableQueue.join": shared_joining,
    "multiprocessing.SimpleQueue.get": lambda state: shared_getting(multiprocessing.SimpleQueue, state),
    "Connection.recv": messages("recv"),
    "Connection.poll": messages("poll"),
    "connection.wait": messages("wait"),
}
for name in ("Queue", "LifoQueue", "PriorityQueue"):
    kind = getattr(queue, name)
    METHODS[name + ".get"] = lambda state, kind=kind: getting(kind, state)
    METHODS[name + ".put"] = lambda state, kind=kind: putting(kind, state)
    METHODS[name + ".join"] = lambda state, kind=kind: joining_queue(kind, state)


class Cell:
    """One call, in a thread of its own."""

    def __init__(self, line):
        method, state, self.limit = line.split("\t")
        self.line = line
        self.situation = METHODS[method](state)
        self.outcome = None
        self.thread = elsewhere(self.run)

    def run(self):
        self.situation.before()
        begin = time.monotonic()
        try:
            outcome = repr(self.situation.call(self.limit))
        except BaseException as e:
            outcome = type(e).__name__ + (f": {e}" if str(e) else "")
        self.outcome = outcome
        self.waited = time.monotonic() - begin >= SMALL

    def text(self, blocked):
        if blocked:
            self.situation.release()
            self.thread.join(0.2 if self.line.startswith("time.sleep") else BOUND)
            return ".." + (self.outcome or "")
        return ("~" if self.waited and self.limit != "large" else "") + self.outcome


def main(path):
    with open(path, encoding="utf-8") as file:
        cells = [Cell(line.rstrip("\n")) for line in file]
    alive, since = None, time.monotonic()
    while since + QUIET > time.monotonic():
        time.sleep(0.05)
        now = sum(cell.thread.is_alive() for cell in cells)
        if now != alive:
            alive, since = now, time.monotonic()
    blocked = [cell.thread.is_alive() for cell in cells]
    for cell, was in zip(cells, blocked):
        print(cell.line + "\t" + cell.text(was))
    sys.stdout.flush()
    os._exit(0)


main(sys.argv[1])

"""Runs sequences of operations on Python's own threading, queue and futures, and prints what happened.

The input has for each sequence a line that makes an object, a line for each call, and an empty line at the end:

    Queue(maxsize=1)
    T1 get() blocks
    T0 put('a', timeout=0.0) returns T1

The model that made them says which calls block, and which blocked calls return because of another. A line of the output that
begins with ! tells what the model did not foresee.
"""

import collections
import concurrent.futures
import logging
import queue
import re
import sys
import threading
import warnings

BOUND = 30
THREADS = 4
LINE = re.compile(r"T(\d) (\w+)(\(.*\)) (returns|blocks)((?: T\d)*)(?: again((?: T\d)*))?$")
ADDRESS = re.compile(r"0x[0-9a-f]+|owner=[1-9][0-9]*")

# A thread then gives up the interpreter only when it blocks: who sees that another has entered its call, and is not done, knows
# that it is blocked.
sys.setswitchinterval(1000)
logging.disable()
warnings.simplefilter("ignore")


class Worker:
    """A thread that makes one call after the other."""

    def __init__(self):
        self.inbox = queue.SimpleQueue()
        self.entered = threading.Lock()
        self.entered.acquire()
        self.done = threading.Lock()
        self.done.acquire()
        self.outcome = None
        threading.Thread(target=self.work, daemon=True).start()

    def work(self):
        while True:
            call = self.inbox.get()
            self.enter()
            self.outcome = call()
            self.done.release()

    def expect(self):
        """Forgets that the call was entered."""
        self.entered.acquire(blocking=False)

    def enter(self):
        """Called by the thread: if it blocks from now on, this is what was waited for."""
        if self.entered.locked():
            self.entered.release()

    def await_blocked(self):
        if not self.entered.acquire(timeout=BOUND):
            return False
        self.entered.release()
        return self.outcome is None

    def start(self, call):
        self.expect()
        self.outcome = None
        self.inbox.put(call)

    def join(self):
        return self.outcome if self.entered.acquire(timeout=BOUND) and self.done.acquire(timeout=BOUND) else None


class Subject:
    """An object, and the calls on it that are more than one of Python's."""

    def __init__(self, made):
        self.object = made
        self.noted = collections.defaultdict(list)
        self.looks = {}
        self.box = 0

    def run(self, name, args, kwargs, looks):
        self.looks[threading.get_ident()] = looks
        try:
            own = getattr(self, name, None)
            result = repr(own(*args, **kwargs) if own else self.call(name, args, kwargs))
        except BaseException as e:
            result = raised(e)
        notes = self.notes()
        if notes:
            result += " [" + ", ".join(notes) + "]"
            notes.clear()
        return plain(result)

    def call(self, name, args, kwargs):
        found = getattr(self.object, name)
        return found(*args, **kwargs) if callable(found) else found

    def notes(self):
        """What callbacks wrote during the call that this thread makes."""
        return self.noted[threading.get_ident()]

    def repr(self):
        return self.object

    def queue(self):
        return list(self.object.queue)

    def with_pass(self):
        with self.object:
            pass

    def with_wait(self, timeout=None):
        with self.object:
            return self.object.wait(timeout)

    def with_wait_for(self, wanted, timeout=None):
        with self.object:
            return self.object.wait_for(lambda: self.look(wanted), timeout)

    def look(self, wanted):
        self.looks[threading.get_ident()]()
        return self.box if self.box >= wanted else 0

    def with_notify(self, n):
        with self.object:
            self.object.notify(n)

    def with_add(self, more):
        with self.object:
            self.box += more
            self.object.notify_all()

    def callback(self, name, kind):
        def note(future):
            self.notes().append(name + repr(future))

        def act(future):
            note(future)
            if kind == "raise":
                raise ValueError(name)
            if kind == "exit":
                raise SystemExit(name)
            if kind == "nest":
                future.add_done_callback(note)
            if kind == "cancel":
                self.notes().append(repr(future.cancel()))

        self.object.add_done_callback(act)


def nothing():
    pass


def fail():
    raise KeyError("action")


def plain(text):
    return ADDRESS.sub("0x", text)


def raised(e):
    return plain(f"raise {type(e).__name__}: {e}")


NAMES = {
    **vars(threading),
    **vars(queue),
    "Future": concurrent.futures.Future,
    "nothing": nothing,
    "fail": fail,
    "nan": float("nan"),
    "given": lambda *args, **kwargs: (args, kwargs),
}


class Conductor:
    def __init__(self):
        self.workers = [Worker() for _ in range(THREADS)]

    def run(self, construction, lines):
        self.trace = []
        try:
            subject = Subject(eval(construction, NAMES))
        except Exception as e:
            return [f"{construction} -> {raised(e)}"]
        self.trace.append(construction)
        self.blocked = set()
        for line in lines:
            if not self.step(subject, line):
                for thread in self.blocked:
                    self.workers[thread] = Worker()
                break
        return self.trace

    def step(self, subject, line):
        thread, name, given, what, released, again = LINE.match(line).groups()
        thread = int(thread)
        text = f"T{thread} {name}{given}"
        args, kwargs = eval("given" + given, NAMES)
        worker = self.workers[thread]
        for other in (again or "").split():
            self.workers[int(other[1:])].expect()
        worker.start(lambda: subject.run(name, args, kwargs, worker.enter))
        self.blocked.add(thread)
        foreseen = True
        if what == "blocks":
            foreseen = worker.await_blocked()
            self.trace.append(f"{text} blocks" if foreseen else f"! {text} returns")
        else:
            foreseen = self.join(thread, text)
        for other in released.split():
            foreseen = foreseen and self.join(int(other[1:]), "  " + other)
        for other in sorted(self.blocked):
            if foreseen and not self.workers[other].await_blocked():
                self.trace.append(f"! T{other} returns")
                foreseen = False
        return foreseen

    def join(self, thread, text):
        outcome = self.workers[thread].join()
        if outcome is None:
            self.trace.append(f"! {text} blocks")
            return False
        self.trace.append(f"{text} -> {outcome}")
        self.blocked.remove(thread)
        return True


def main():
    conductor = Conductor()
    sys.stdout.reconfigure(encoding="utf-8")
    with open(sys.argv[1], encoding="utf-8") as file:
        sequences = file.read().split("\n\n")
    for sequence in sequences:
        construction, *lines = sequence.strip("\n").split("\n")
        if construction:
            sys.stdout.write("\n".join(conductor.run(construction, lines)) + "\n\n")


main()

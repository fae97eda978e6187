# Small programs with managers, each of which tells what comes of its calls. ManagerPrograms.java has the same in Java.
import multiprocessing as mp
import re
import threading
from multiprocessing.managers import BaseManager, BaseProxy, RemoteError, SyncManager

out = []


def say(*values):
    for value in values:
        out.append(re.sub(r"0x[0-9a-f]+", "0x", str(value)))


def told(e):
    text = str(e)
    if isinstance(e, RemoteError):  # of a traceback the last line, and no set in whatever order
        text = re.sub(r" in exposed=.*|__main__\.", "", [line for line in text.split("\n") if re.match(r"\w+Error: ", line)][0])
    return type(e).__name__ + ": " + text


def caught(f, *args):
    try:
        return repr(f(*args))
    except Exception as e:
        return told(e)


class Maths:
    def __init__(self, first):
        self.first = first

    def add(self, second):
        return self.first + second

    def numbers(self):
        return [self.first, self.first + 1]

    def boom(self, what):
        if what == "key":
            raise KeyError("zz")
        if what == "value":
            raise ValueError("no", 1)
        raise ZeroDivisionError("division by zero")

    def _hidden(self):
        return 7


class MathsProxy(BaseProxy):
    _exposed_ = ("add",)

    def add(self, second):
        return self._callmethod("add", (second,))


class MathsManager(BaseManager):
    pass


MathsManager.register("Auto", Maths)
MathsManager.register("Narrow", Maths, exposed=("add", "_hidden"))
MathsManager.register("Lists", Maths, method_to_typeid={"numbers": "list"})
MathsManager.register("Own", Maths, proxytype=MathsProxy)
MathsManager.register("Hidden", Maths, create_method=False)
MathsManager.register("list", list, create_method=False)


def dict_calls(m):
    d = m.dict({"a": 1, "b": 2})
    say(d, len(d), d["a"], d.get("b"), d.get("c"), d.get("c", 9), "a" in d, "z" in d)
    d["c"] = None
    say(d.setdefault("c", 5), d.setdefault("e", 6), d.setdefault("f"), d.pop("e"), d.pop("e", 8), d.popitem())
    d.update({"x": [1, 2], "a": 0})
    say(d.keys(), d.values(), d.items(), d.copy(), list(iter(d)))
    del d["x"]
    say(d)
    d.clear()
    say(d, len(d))


def dict_errors(m):
    d = m.dict()
    say(caught(lambda: d["zz"]), caught(lambda: d.pop("zz")), caught(lambda: d.__delitem__(1)), caught(d.popitem))
    say(caught(lambda: d._callmethod("nope")), caught(lambda: d._callmethod("get")))


def dict_order(m):
    d = m.dict()
    for k in ("z", "a", "m"):
        d[k] = len(d)
    d["z"] = 9
    say(str(d), d.popitem(), d)


def list_calls(m):
    x = m.list([3, 1, 2])
    x.append(5)
    x.extend([7, 7])
    x.insert(1, 9)
    x.insert(-100, 0)
    say(str(x), len(x), x[0], x[-1], x[1:3], x.pop(), x.pop(0), x.index(9), x.count(7), 9 in x, 10 in x)
    x.sort()
    x.reverse()
    x[0] = "first"
    del x[1]
    x.remove(1)
    say(x, list(x))


def list_errors(m):
    x = m.list([1])
    say(caught(lambda: x[5]), caught(lambda: x.__setitem__(5, 1)), caught(lambda: x.__delitem__(5)), caught(x.pop, 5))
    say(caught(x.remove, 9), caught(x.index, 9), caught(m.list().pop))
    x.append("a")
    say(caught(x.sort), x == [1, "a"], caught(lambda: x._callmethod("nope")))


def list_of_numbers(m):
    x = m.list([1, 2.5, True, None])
    say(x, x.index(1.0), x.count(1), 2.5 in x, x.index(None))


def nested_is_a_copy(m):
    d = m.dict()
    d["a"] = []
    d["a"].append(1)
    say(d["a"])
    d["l"] = m.list()
    d["l"].append(1)
    say(list(d["l"]), re.sub("^.*?Proxy", "Proxy", str(d)[8:]))


def namespaces(m):
    n = m.Namespace(x=1)
    n.y = [2]
    n._local = 3
    say(n.x, n.y, n._local, n)
    del n.x
    say(caught(lambda: n.x), caught(lambda: n._other), n)


def values(m):
    v = m.Value("i", 7)
    v.value += 1
    say(v, v.value, v.get())
    v.set("text")
    say(v, repr(v))


def arrays(m):
    a = m.Array("i", [1, 2, 3])
    a[0] = -5
    say(a, len(a), a[0], a[-1], list(a), caught(lambda: a[7]), caught(lambda: a.__setitem__(7, 1)))
    say(caught(lambda: a.__setitem__(0, "x")), caught(lambda: a.__setitem__(0, 2**40)), m.Array("d", [1, 2.5]))


def queues(m):
    q = m.Queue(2)
    say(q.empty(), q.full(), q.qsize())
    q.put(1)
    q.put(None)
    say(q.full(), caught(q.put, 3, False), caught(q.put, 3, True, 0.01), caught(q.put_nowait, 3))
    say(q.get(), q.get(True, 1), caught(q.get, False), caught(q.get, True, 0.01), caught(q.get_nowait), caught(q.get, True, -1))
    q.task_done()
    q.task_done()
    say(caught(q.task_done), caught(q.join))


def joinable_queues(m):
    q = m.JoinableQueue()
    for i in range(3):
        q.put(i)

    def work():
        for _ in range(3):
            q.get()
            q.task_done()
    t = threading.Thread(target=work)
    t.start()
    q.join()
    t.join()
    say(q.empty(), caught(q.task_done))


def locks(m):
    lock = m.Lock()
    say(caught(lock.release), lock.acquire(), lock.acquire(False), lock.acquire(True, 0.01))
    say(caught(lock.acquire, False, 1), caught(lock.acquire, True, -2))
    t = threading.Thread(target=lock.release)
    t.start()
    t.join()
    with lock:
        say(lock.acquire(False))
    say(lock.acquire(False))


def rlocks(m):
    lock = m.RLock()
    say(caught(lock.release), lock.acquire(), lock.acquire(False))
    results = []
    t = threading.Thread(target=lambda: results.append(caught(lock.release)))
    t.start()
    t.join()
    say(results)
    lock.release()
    lock.release()
    say(caught(lock.release))


def semaphores(m):
    s = m.Semaphore(2)
    say(s.acquire(), s.acquire(), s.acquire(False), s.acquire(True, 0.01))
    s.release()
    s.release()
    s.release()
    say(s, caught(s.acquire, False, 1))
    b = m.BoundedSemaphore(1)
    say(caught(b.release), b.acquire(), str(b), b.release(), b)


def conditions(m):
    c = m.Condition()
    say(caught(c.wait), caught(c.notify), caught(c.notify_all), caught(c.release))
    with c:
        say(c.wait(0.01), c.wait_for(lambda: True), c.wait_for(lambda: False, 0.01))
    order = []

    def wait():
        with c:
            order.append("waits")
            e.set()
            c.wait()
            order.append("goes on")
    e = threading.Event()
    t = threading.Thread(target=wait)
    t.start()
    e.wait()
    with c:
        order.append("notifies")
        c.notify()
    t.join()
    say(order)


def condition_over_a_lock(m):
    lock = m.Lock()
    c = m.Condition(lock)
    with c:
        say(lock.acquire(False))
    say(lock.acquire(False))
    lock.release()


def events(m):
    e = m.Event()
    say(e.is_set(), e.wait(0.01), str(e), e.set(), e.is_set(), e.wait(), str(e), e.clear(), e.is_set(), e)


def barriers(m):
    b = m.Barrier(2)
    say(b.parties, b.n_waiting, b.broken, b)
    got = []
    t = threading.Thread(target=lambda: got.append(b.wait()))
    t.start()
    got.append(b.wait())
    t.join()
    say(sorted(got))
    say(caught(b.wait, 0.01), b.broken, caught(b.wait), b)
    b.reset()
    say(b.broken)
    b.abort()
    say(b.broken, caught(b.wait))
    lone = m.Barrier(1, None, 5)
    say(lone.wait(), lone.wait())


def all_proxies(m):
    return [m.dict(), m.list(), m.Namespace(), m.Value("i", 1), m.Array("i", [1]), m.Queue(), m.JoinableQueue(), m.Lock(), m.RLock(),
            m.Semaphore(), m.BoundedSemaphore(), m.Condition(), m.Event(), m.Barrier(3), m.Pool(1)]


def reprs(m):
    say(*map(repr, all_proxies(m)))


def strs(m):
    say(*[re.sub(r"_thread\.|multiprocessing\.", "", str(p)) for p in all_proxies(m)])


def tokens(m):
    d = m.dict()
    say(d._token.typeid, d._token.address == m.address, re.sub("'[^']*-[^']*'|id='.*'", "''", repr(d._token)))


def wrong_makings(m):
    say(caught(m.Semaphore, -1), caught(m.Barrier, 0), caught(m.Array, "z", [1]), caught(m.Array, "i", ["a"]), caught(m.Pool, 0))


def states(m):
    other = SyncManager()
    say(caught(other.dict), caught(lambda: other.shutdown()))
    other.start()
    d = other.dict()
    say(caught(other.start), d)
    other.shutdown()
    other.shutdown()
    say(caught(other.dict), caught(other.start), caught(other.__enter__))
    say(isinstance(call_error(d), (ConnectionError, EOFError)), re.sub("at 0x[0-9a-f]+", "at 0x", str(d)))


def call_error(d):
    try:
        d["a"]
    except Exception as e:
        return e


def with_statement(m):
    with SyncManager() as other:
        say(other.list([1]))
    say(caught(other.list))


def registered(m):
    with MathsManager() as other:
        auto = other.Auto(5)
        say(auto.add(3), auto.numbers(), caught(auto._callmethod, "nope"), caught(auto._callmethod, "_hidden"), repr(auto))
        say(caught(auto.boom, "key"), caught(auto.boom, "value"), caught(auto.boom, "zero"))
        narrow = other.Narrow(5)
        say(narrow.add(1), narrow._hidden(), caught(narrow._callmethod, "numbers"))
        own = other.Own(1)
        say(own.add(1), repr(own))
        numbers = other.Lists(1).numbers()
        numbers.append(9)
        say(numbers, repr(numbers))
        say(caught(lambda: other.Hidden(1)))


def connecting(m):
    server = SyncManager(authkey=b"right")
    server.start()
    client = SyncManager(server.address, authkey=b"right")
    client.connect()
    say(client.list([1]), client.address == server.address)
    say(caught(SyncManager(server.address, authkey=b"wrong").connect))
    server.shutdown()
    say(caught(SyncManager("/nowhere/to/be/found", authkey=b"right").connect).split(":")[0] in ("FileNotFoundError", "ConnectionRefusedError"))


def work(d, x, q, number):
    d[number] = number * number
    x.append(number)
    q.put(number)


def children(m):
    d, x, q = m.dict(), m.list(), m.Queue()
    children = [mp.Process(target=work, args=(d, x, q, i)) for i in range(2)]
    for p in children:
        p.start()
    for p in children:
        p.join()
    say(sorted(d.items()), sorted(x), sorted([q.get(), q.get()]), [p.exitcode for p in children])


def square(x):
    return x * x


def times(x, y):
    return x * y


def reciprocal(x):
    if x == 0:
        raise ZeroDivisionError("division by zero")
    return 60 // x


def pools(m):
    pool = m.Pool(1)
    say(pool.apply(times, (6, 7)), pool.map(square, range(4)), pool.starmap(times, [(1, 2), (3, 4)]), pool)
    result = pool.apply_async(square, (3,))
    say(result.get(), result.ready(), result.successful(), repr(result), pool.map_async(square, [1, 2]).get())
    say(caught(pool.apply, reciprocal, (0,)), caught(pool.map, reciprocal, [1, 0]))
    it = pool.imap(reciprocal, [1, 0, 2])
    say(next(it), caught(next, it), next(it), caught(next, it), repr(it), list(pool.imap(square, range(3))))
    say(sorted(pool.imap_unordered(square, range(3), 2)), caught(pool.imap, square, [1], 0), caught(pool.join))
    failed = pool.apply_async(reciprocal, (0,))
    failed.wait()
    say(failed.successful(), caught(failed.get))
    pool.close()
    say(caught(pool.apply, square, (1,)))
    pool.join()
    say(pool)


if __name__ == "__main__":
    mp.set_start_method("fork")
    with mp.Manager() as manager:
        for name, program in list(globals().items()):
            if getattr(program, "__code__", None) and program.__code__.co_varnames[:1] == ("m",) and name != "all_proxies":
                program(manager)
                print(name)
                print("\n".join(out) + "\n")
                out.clear()

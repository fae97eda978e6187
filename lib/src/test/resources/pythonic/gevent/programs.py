# Small programs, each of which tells in what order things happen. Programs.java has the same in Java.
import re
import sys

import gevent
import gevent.socket
from gevent import Greenlet, Timeout, getcurrent, iwait, joinall, killall, sleep, spawn, spawn_later
from gevent.event import AsyncResult, Event
from gevent.lock import BoundedSemaphore, RLock, Semaphore
from gevent.pool import Group, Pool
from gevent.server import DatagramServer
from gevent.queue import Channel, Empty, Full, JoinableQueue, LifoQueue, PriorityQueue, Queue

out = []
say = out.append


def caught(f, *args):
    try:
        return repr(f(*args))
    except (Exception, Timeout) as e:
        return type(e).__name__


def turn(name, times):
    for i in range(times):
        say("%s%d" % (name, i))
        sleep(0)


def fail():
    raise ValueError("no")


def order_of_spawns():
    gs = [spawn(turn, name, 3) for name in "abc"]
    say("main")
    joinall(gs)


def spawn_inside():
    def outer():
        say("outer")
        g = spawn(turn, "i", 2)
        sleep(0)
        say("outer again")
        g.join()
        say("outer end")
    g = spawn(outer)
    h = spawn(turn, "h", 3)
    joinall([g, h])


def sleeps_in_order():
    def nap(s):
        sleep(s)
        say(s)
    joinall([spawn(nap, s) for s in (0.06, 0.02, 0.04)])


def value_and_get():
    g = spawn(lambda: 5)
    say(g.value), say(g.ready())
    say(g.get()), say(g.value), say(g.ready()), say(g.successful()), say(g.dead)


def get_raises():
    g = spawn(fail)
    say(caught(g.get)), say(g.value), say(g.successful()), say(repr(g.exception))


def get_times_out():
    g = spawn(sleep, 0.2)
    say(caught(g.get, False)), say(caught(g.get, True, 0.01)), say(g.join(0.01)), say(g.ready())
    g.kill()


def kill_waiting():
    def victim():
        try:
            sleep(10)
        except gevent.GreenletExit:
            say("exit")
            raise
        finally:
            say("finally")
    g = spawn(victim)
    sleep(0)
    say("kill")
    say(g.kill())
    say(repr(g.value)), say(g.successful()), say(g.dead)


def kill_unstarted():
    g = spawn(turn, "x", 1)
    g.kill()
    say(repr(g.value)), say(g.successful()), say(g.ready())
    sleep(0)


def kill_with_error():
    g = spawn(sleep, 10)
    sleep(0)
    g.kill(ValueError("v"))
    say(repr(g.exception)), say(g.successful()), say(g.value)


def kill_without_block():
    def victim():
        try:
            sleep(10)
        finally:
            say("ended")
    g = spawn(victim)
    sleep(0)
    g.kill(block=False)
    say("not yet")
    g.join()
    say("joined")


def kill_resists():
    def stubborn():
        for i in range(3):
            try:
                sleep(0.02)
                say("slept")
            except gevent.GreenletExit:
                say("ignored")
    g = spawn(stubborn)
    sleep(0)
    g.kill()
    say(g.value)


def kill_self():
    def own():
        say("before")
        getcurrent().kill()
        say("never")
    say(repr(spawn(own).get()))


def kill_all():
    def victim(name):
        try:
            sleep(10)
        finally:
            say(name)
    gs = [spawn(victim, n) for n in "abc"]
    sleep(0)
    gs.append(spawn(victim, "d"))
    killall(gs)
    say([g.dead for g in gs])


def links():
    g = spawn(lambda: 1)
    h = spawn(fail)
    for x in (g, h):
        x.link(lambda s: say("link %s" % s.successful()))
        x.link_value(lambda s: say("value %s" % s.value))
        x.link_exception(lambda s: say("exception %r" % s.exception))
        x.rawlink(lambda s: say("raw %s" % s.ready()))
    joinall([g, h])
    say("joined")
    sleep(0)
    g.link(lambda s: say("late"))
    say("not yet")
    sleep(0)
    sleep(0)


def link_order_and_join():
    g = spawn(turn, "g", 1)
    def waiter(n):
        g.join()
        say("waiter %d" % n)
        sleep(0)
        say("waiter %d again" % n)
    ws = [spawn(waiter, i) for i in range(3)]
    joinall(ws)


def unlink():
    g = spawn(lambda: 1)
    f = lambda s: say("linked")
    g.rawlink(f)
    g.unlink(f)
    g.join()
    sleep(0)


def join_in_a_circle_of_events():
    a, b = Event(), Event()
    def one():
        say("one")
        a.set()
        b.wait()
        say("one end")
    def two():
        a.wait()
        say("two")
        b.set()
        say("two end")
    joinall([spawn(two), spawn(one)])


def event_wakes_in_order():
    e = Event()
    def wait(n):
        say(e.wait())
        say(n)
    gs = [spawn(wait, i) for i in range(4)]
    sleep(0)
    e.set()
    e.clear()
    say("set")
    joinall(gs)
    say(e.wait(0.01)), say(e.is_set())


def event_while_telling():
    e = Event()
    def wait(n):
        for i in range(3):
            e.wait()
            say("%s%d" % (n, i))
    gs = [spawn(wait, n) for n in "ab"]
    sleep(0)
    e.set()
    joinall(gs)


def async_result():
    r = AsyncResult()
    def wait(n):
        say("%d got %s" % (n, r.get()))
    gs = [spawn(wait, i) for i in range(3)]
    sleep(0)
    r.set("v")
    say("set")
    joinall(gs)
    say(r.value), say(r.successful()), say(r.wait(0.01))


def async_result_error():
    r = AsyncResult()
    g = spawn(caught, r.get)
    sleep(0)
    r.set_exception(KeyError("k"))
    say(g.get()), say(r.successful()), say(repr(r.exception)), say(caught(AsyncResult().get, False))
    say(caught(AsyncResult().get, True, 0.01)), say(AsyncResult().wait(0.01))


def async_result_linked():
    r = AsyncResult()
    spawn(lambda: 9).link(r)
    say(r.get())
    s = AsyncResult()
    spawn(fail).link(s)
    say(caught(s.get))


def semaphore():
    s = Semaphore(2)
    def work(n):
        with s:
            say("in %d" % n)
            sleep(0.04 + 0.08 * n)
            say("out %d" % n)
    joinall([spawn(work, i) for i in range(5)])
    say(s.counter)


def semaphore_forms():
    s = Semaphore(0)
    say(s.acquire(False)), say(s.acquire(timeout=0.01)), say(s.locked()), say(s.release()), say(s.locked()), say(s.wait()), say(s.acquire())
    say(caught(BoundedSemaphore(1).release)), say(caught(Semaphore, -1))


def semaphore_hand_over():
    s = Semaphore(1)
    def work(n):
        for i in range(3):
            s.acquire()
            say("%s%d" % (n, i))
            s.release()
    joinall([spawn(work, n) for n in "abc"])


def semaphore_hand_over_with_sleep():
    s = Semaphore(1)
    def work(n):
        for i in range(3):
            s.acquire()
            say("%s%d" % (n, i))
            sleep(0)
            s.release()
    joinall([spawn(work, n) for n in "abc"])


def rlock():
    lock = RLock()
    def work(n):
        with lock:
            with lock:
                say("in %s" % n)
                sleep(0)
            say("out %s" % n)
    joinall([spawn(work, n) for n in "ab"])
    say(caught(lock.release))


def queue_producer_consumer():
    q = Queue(2)
    def produce():
        for i in range(5):
            q.put(i)
            say("put %d" % i)
        q.put(None)
    def consume():
        while True:
            item = q.get()
            say("got %s" % item)
            if item is None:
                break
    joinall([spawn(produce), spawn(consume)])


def queue_getters_in_order():
    q = Queue()
    def get(n):
        say("%s %s" % (n, q.get()))
    gs = [spawn(get, n) for n in "abc"]
    sleep(0)
    for i in range(3):
        q.put(i)
    say("put")
    joinall(gs)


def queue_putters_in_order():
    q = Queue(1)
    def put(n):
        q.put(n)
        say("put %s" % n)
    gs = [spawn(put, n) for n in "abcd"]
    sleep(0)
    say(q.get()), say(q.get()), say(q.get()), say(q.get())
    joinall(gs)


def queue_forms():
    q = Queue(1)
    say(caught(q.get_nowait)), say(caught(q.get, True, 0.01))
    q.put(1)
    say(caught(q.put_nowait, 2)), say(caught(q.put, 2, True, 0.01)), say(q.full()), say(q.empty()), say(q.qsize()), say(q.peek()), say(q.get())
    l = LifoQueue()
    p = PriorityQueue()
    for x in (3, 1, 2):
        l.put(x)
        p.put(x)
    say([l.get() for _ in range(3)]), say([p.get() for _ in range(3)])


def joinable_queue():
    q = JoinableQueue()
    def work(n):
        while True:
            item = q.get()
            say("%s works on %s" % (n, item))
            sleep(0)
            q.task_done()
    ws = [spawn(work, n) for n in "ab"]
    for i in range(4):
        q.put(i)
    q.join()
    say("done")
    killall(ws)
    say(caught(q.task_done)), say(q.unfinished_tasks)


def channel():
    c = Channel()
    def send():
        for i in range(3):
            c.put(i)
            say("sent %d" % i)
    def receive():
        for i in range(3):
            say("received %s" % c.get())
    joinall([spawn(send), spawn(receive)])
    say(caught(c.get, True, 0.01)), say(caught(c.put_nowait, 1))


def pool_bounds():
    p = Pool(2)
    def work(n):
        say("begin %d" % n)
        sleep(0.04 + 0.08 * n)
        say("end %d" % n)
    for i in range(5):
        p.spawn(work, i)
        say("spawned %d" % i)
    p.join()
    say(len(p)), say(p.free_count()), say(p.full())


def pool_maps():
    p = Pool(2)
    say(p.map(lambda x: x * x, range(5))), say(list(p.imap(lambda x: -x, range(4))))
    say(sorted(p.imap_unordered(lambda x: x + 1, range(4)))), say(p.apply(lambda: 7)), say(p.apply_async(lambda: 8).get())


def pool_map_error():
    say(caught(Pool(2).map, lambda x: 10 // x, [1, 0, 2]))


def group():
    g = Group()
    hs = [g.spawn(turn, n, 2) for n in "xy"]
    say(len(g)), say(hs[0] in g)
    g.join()
    say(len(g)), say(hs[0] in g)
    for n in "ab":
        g.spawn(sleep, 10)
    sleep(0)
    g.kill()
    say(len(g))


def timeouts():
    try:
        with Timeout(0.01):
            sleep(1)
    except Timeout as t:
        say(str(t))
    with Timeout(0.01, False):
        sleep(1)
        say("never")
    with Timeout(1):
        say("in time")
    sleep(0.02)


def timeouts_nest():
    outer = Timeout.start_new(0.02)
    try:
        inner = Timeout.start_new(5)
        try:
            sleep(1)
        except Timeout as t:
            say(t is inner), say(t is outer)
        finally:
            inner.cancel()
    finally:
        outer.cancel()
    say(outer.pending), say(inner.pending)


def timeout_other_exception():
    with Timeout(1, ValueError):
        say("in time")
    try:
        with Timeout(0.01, ValueError("late")):
            sleep(1)
    except ValueError as e:
        say(str(e))
    say(caught(gevent.with_timeout, 0.01, sleep, 1)), say(gevent.with_timeout(1, lambda: 3))


def joinall_forms():
    a, b = spawn(sleep, 0.01), spawn(sleep, 0.3)
    say(len(joinall([a, b], timeout=0.1))), say(len(joinall([a, b], count=1)))
    b.kill()
    say(len(joinall([a, b]))), say(caught(joinall, [spawn(fail)], None, True)), say(joinall([]))


def iwait_in_order_of_ends():
    def nap(s):
        sleep(s)
        return s
    for g in iwait([spawn(nap, s) for s in (0.06, 0.02, 0.04)]):
        say(g.value)


def spawn_later_order():
    spawn_later(0.03, turn, "late", 1)
    spawn_later(0.01, turn, "soon", 1)
    g = spawn_later(0.05, turn, "last", 1)
    say("main")
    g.join()


def subclass():
    class Mine(Greenlet):
        def __init__(self, n):
            Greenlet.__init__(self)
            self.n = n

        def _run(self):
            sleep(0)
            say("runs %d" % self.n)
            return self.n * 2
    m = Mine(4)
    say(m.started), say(m.ready())
    m.start()
    say(m.started)
    m.join()
    say(m.value), say(m.started)


def nobody_can_go_on():
    say(caught(Event().wait)), say(caught(Queue().get)), say(caught(Semaphore(0).acquire)), say(caught(AsyncResult().get))
    a, b = Greenlet(sleep, 0), Greenlet(sleep, 0)
    say(caught(a.join))
    say("on")


def nobody_in_greenlets():
    e = Event()
    gs = [spawn(e.wait) for _ in range(3)]
    say(caught(joinall, gs))
    e.set()
    joinall(gs)
    say("on")


def idle_and_wait():
    g = spawn(turn, "g", 3)
    gevent.idle()
    say("idle")
    h = spawn_later(0.02, turn, "h", 1)
    say(gevent.wait(timeout=1)), say(h.ready())


def kill_a_ready_one():
    def work():
        try:
            sleep(0)
            say("on")
        except gevent.GreenletExit:
            say("exit")
    g = spawn(work)
    h = spawn(turn, "h", 2)
    sleep(0)
    g.kill()
    say("killed")
    h.join()


def imap_bound():
    p = Pool(4)
    def work(n):
        say("work %d" % n)
        sleep(0)
        return n * n
    for x in p.imap(work, range(6), maxsize=2):
        say(x)
        sleep(0.005)


def imap_unordered_bound():
    g = Group()
    def work(n):
        say("work %d" % n)
        sleep([0.20, 0.05, 0.30, 0.05, 0.40, 0.10][n])
        return n
    for x in g.imap_unordered(work, range(6), maxsize=1):
        say(x)


def imap_several():
    g = Group()
    say(list(g.imap(lambda a, b: a * b, range(5), [3, 4, 5])))
    say(sorted(g.imap_unordered(lambda a, b, c: a + b + c, "ab", "cd", "efg")))
    say(list(g.imap(lambda a, b: a - b, range(9), range(0, 90, 10), maxsize=1)))
    say(list(g.imap(lambda a, b: a, [], [1])))


def imap_bound_error():
    results = Group().imap(lambda x: 10 // x, [2, 0, 5], maxsize=1)
    say(next(results)), say(caught(next, results)), say(next(results)), say(caught(next, results))


def callbacks_of_maps():
    p = Pool(2)
    say(p.map_cb(lambda x: x + 1, range(3), say))
    say(p.map_async(lambda x: x + 2, range(3), say).get())
    say(p.apply_cb(lambda x: x * 5, (4,), None, say))
    sleep(0)


def told_of_an_end():
    def told(name):
        return lambda g: say("%s %s" % (name, g.value))
    g = spawn(lambda: 5)
    g.rawlink(told("raw"))
    a = spawn(lambda: (g.join(), say("joined a")))
    b = spawn(lambda: (g.join(), say("joined b"), g.rawlink(told("late")), sleep(0), say("b goes on")))
    c = spawn(lambda: (gevent.joinall([g, g, a]), say("joined both")))
    joinall([a, b, c])
    g.rawlink(told("after"))
    say("main")
    sleep(0)


def told_alone():
    g, h = spawn(turn, "g", 1), spawn(turn, "h", 2)
    first = spawn(lambda: (g.join(), say("g is over"), h.join(), say("h is over")))
    extra = spawn(lambda: say("extra"))
    first.join()
    g.join(), say(g.ready())


def unlinked():
    g = spawn(turn, "g", 2)
    f = lambda g: say("never")
    g.rawlink(f), g.unlink(f)
    say(g.join(timeout=0)), say(g.ready())
    g.join(), say(g.ready())


def joinall_in_part():
    gs = [spawn_later(0.01 * i, turn, "g%d-" % i, 1) for i in (40, 1, 2)]
    say(len(joinall(gs, count=2))), say([g.ready() for g in gs])
    say(len(joinall(gs, timeout=0))), say(len(joinall(gs)))
    say(len(joinall([]))), say(len(joinall(gs, timeout=0.001, count=1)))


def joinall_raises():
    gs = [spawn(turn, "a", 2), spawn(fail), spawn(turn, "b", 3)]
    say(caught(joinall, gs, None, True))
    joinall(gs)


def datagrams():
    def handle(data, address):
        say(data.decode())
        sleep(0)
        server.sendto(data.upper(), address)
    server = DatagramServer(("127.0.0.1", 0), handle)
    say(server.started), say(server.closed)
    server.start()
    client = gevent.socket.socket(gevent.socket.AF_INET, gevent.socket.SOCK_DGRAM)
    for text in ("one", "two", "three"):
        client.sendto(text.encode(), server.address)
        say(client.recvfrom(100)[0].decode())
    server.stop()
    say(server.started), say(server.closed)
    client.close()


def text(value):
    return re.sub("0x[0-9a-f]+", "0x", str(value))


def texts_of_queues():
    for q in (Queue(), Queue(2), LifoQueue(3), PriorityQueue(), JoinableQueue(4)):
        say(text(repr(q)))
        q.put("a")
        say(text(repr(q))), say(str(q))
    q = Queue(1)
    q.put(None)
    w = spawn(q.put, 2)
    sleep(0)
    say(str(q))
    w.kill()
    say(str(q))
    c = Channel()
    w = spawn(c.get)
    sleep(0)
    say(str(c)), say(text(repr(c)))
    w.kill()
    say(str(c))


def texts_of_events():
    e = Event()
    say(str(e)), say(text(repr(e)))
    w = spawn(e.wait)
    sleep(0)
    say(str(e))
    e.set()
    w.join()
    say(str(e))
    for first, second in ((1, None), (None, 2), (None, KeyError("k")), (ValueError("v"), None), (ValueError("v"), "w"), ("w", ValueError("v"))):
        r = AsyncResult()
        say(str(r)), say(text(repr(r)))
        for outcome in (first, second):
            if isinstance(outcome, Exception):
                r.set_exception(outcome)
            else:
                r.set(outcome)
        say(str(r)), say(caught(r.get)), say(r.successful()), say(r.value), say(repr(r.exception))
    s = Semaphore(2)
    say(text(s)), say(text(repr(s))), say(text(repr(RLock())))


def texts_of_greenlets():
    g = spawn(turn, "g", 1)
    say(text(g))
    g.join()
    say(text(g))
    g = spawn(turn, "g", 1)
    g.join()
    say(text(g))
    g = Greenlet(turn, "g", 1)
    g.name = "bob"
    say(text(g))
    g.kill()
    say(text(g))


def truth_and_length():
    g = Greenlet(turn, "g", 1)
    say(bool(g))
    g.start()
    say(bool(g))
    g.join()
    say(bool(g))
    p, q = Pool(2), Queue()
    say(bool(p)), say(len(p)), say(bool(q)), say(len(q))
    p.spawn(turn, "p", 1)
    q.put(1)
    say(bool(p)), say(len(p)), say(bool(q)), say(len(q))
    p.join()
    say(len(p))


def thrown_into():
    g = Greenlet(turn, "g", 1)
    say(g.throw(gevent.GreenletExit("t"))), say(g.dead), say(repr(g.value))
    g.start()
    sleep(0)
    h = Greenlet(fail)
    say(h.throw(KeyError("k"))), say(h.ready()), say(repr(h.exception))


def kill_one_of_a_group():
    g = Group()
    a, b = g.spawn(sleep, 10), g.spawn(sleep, 10)
    sleep(0)
    say(g.killone(a)), say(len(g)), say(g.killone(a)), say(a.dead)
    g.killone(b, block=False)
    say(len(g))
    g.join()
    say(len(g))


def imap_when_all_are_quick():
    def quick(n):
        say("quick %d" % n)
        return n
    for x in Group().imap(quick, range(3)):
        say(x)
    for x in Group().imap(sleep, (0.03, 0.01)):
        say(x)

    def items():
        yield 1
        yield 2
        raise KeyError("iter")
    results = Group().imap(lambda x: x, items())
    say(next(results)), say(next(results)), say(caught(next, results))


def pool_without_waiting():
    p = Pool(1)
    g = p.spawn(sleep, 10)
    say(p.wait_available(0.01)), say(caught(p.start, Greenlet(fail), False)), say(caught(p.start, Greenlet(fail), True, 0.01))
    try:
        p.add(Greenlet(fail), blocking=False)
    except Full as e:
        say(repr(e))
    g.kill()
    say(p.wait_available(0.01))
    say(p.apply(lambda a, b: a - b, (5, 3))), say(p.apply_async(lambda a, b: a + b, (5, 3)).get())


def raised_while_ready():
    try:
        with Timeout(0.01):
            while True:
                sleep(0)
    except Timeout:
        say("late")
    g = spawn(turn, "g", 3)
    for i in range(3):
        say("main %d" % i)
        sleep(0)
    g.join()

    def stubborn():
        for i in range(4):
            try:
                say("stubborn %d" % i)
                sleep(0)
            except gevent.GreenletExit:
                say("ignored")
    s, h = spawn(stubborn), spawn(turn, "h", 6)
    sleep(0)
    s.kill(block=False)
    joinall([s, h])


PROGRAMS = [f for f in list(globals().values()) if getattr(f, "__module__", "") == "__main__" and callable(f)
            and f.__name__ not in ("caught", "turn", "fail", "text", "<lambda>")]
for program in PROGRAMS:
    del out[:]
    program()
    print("\n".join([program.__name__] + [str(x) for x in out]) + "\n")

package pythonic.gevent;

import static pythonic.builtins.Builtins.bool;
import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.block;
import static pythonic.builtins.Keywords.maxsize;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.sleep;
import static pythonic.gevent.Gevent.spawn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.gevent.event.AsyncResult;
import pythonic.gevent.event.Event;
import pythonic.gevent.lock.BoundedSemaphore;
import pythonic.gevent.lock.RLock;
import pythonic.gevent.lock.Semaphore;
import pythonic.gevent.pool.Group;
import pythonic.gevent.pool.Pool;
import pythonic.gevent.queue.Channel;
import pythonic.gevent.queue.Full;
import pythonic.gevent.queue.JoinableQueue;
import pythonic.gevent.queue.LifoQueue;
import pythonic.gevent.queue.PriorityQueue;
import pythonic.gevent.queue.Queue;
import pythonic.gevent.server.DatagramServer;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/** The programs of {@code programs.py}, by their names. */
@NullUnmarked
final class GeventPrograms {

  final List<String> out = new ArrayList<>();

  private void say(Object... values) {
    for (Object value : values) {
      out.add(str(value));
    }
  }

  private static String caught(Function0<?> f) {
    try {
      return repr(f.call());
    } catch (Exception | Timeout e) {
      return e.getClass().getSimpleName();
    }
  }

  private static String caughtDoing(Procedure0 f) {
    return caught(() -> {
      f.call();
      return null;
    });
  }

  private void turn(String name, int times) {
    for (int i : range(times)) {
      say(name + i);
      sleep(0);
    }
  }

  private static int fail() {
    throw new ValueError("no");
  }

  private <T> List<Greenlet<?>> each(Procedure1<T> work, List<T> values) {
    List<Greenlet<?>> all = new ArrayList<>();
    values.forEach(value -> all.add(spawn(work, value)));
    return all;
  }

  void order_of_spawns() {
    List<Greenlet<?>> gs = each(name -> turn(name, 3), List.of("a", "b", "c"));
    say("main");
    joinall(gs);
  }

  void spawn_inside() {
    var g = spawn(() -> {
      say("outer");
      var i = spawn(this::turn, "i", 2);
      sleep(0);
      say("outer again");
      i.join();
      say("outer end");
    });
    joinall(List.of(g, spawn(this::turn, "h", 3)));
  }

  void sleeps_in_order() {
    joinall(each(s -> {
      sleep(s);
      say(s);
    }, List.of(0.06, 0.02, 0.04)));
  }

  void value_and_get() {
    var g = spawn(() -> 5);
    say(g.value(), g.ready());
    say(g.get(), g.value(), g.ready(), g.successful(), g.dead());
  }

  void get_raises() {
    var g = spawn(GeventPrograms::fail);
    say(caught(g::get), g.value(), g.successful(), repr(g.exception()));
  }

  void get_times_out() {
    var g = spawn(() -> sleep(0.2));
    say(caught(() -> g.get(false)), caught(() -> g.get(true, 0.01)));
    g.join(0.01);
    say(null, g.ready());
    g.kill();
  }

  private void victim(String exit, String end) {
    try {
      sleep(10);
    } catch (pythonic.greenlet.GreenletExit e) {
      if (exit != null) {
        say(exit);
      }
      throw e;
    } finally {
      say(end);
    }
  }

  void kill_waiting() {
    var g = spawn(this::victim, "exit", "finally");
    sleep(0);
    say("kill");
    g.kill();
    Object value = g.value();
    say("None", repr(value), g.successful(), g.dead());
  }

  void kill_unstarted() {
    var g = spawn(this::turn, "x", 1);
    g.kill();
    Object value = g.value();
    say(repr(value), g.successful(), g.ready());
    sleep(0);
  }

  void kill_with_error() {
    var g = spawn(() -> sleep(10));
    sleep(0);
    g.kill(new ValueError("v"));
    say(repr(g.exception()), g.successful(), g.value());
  }

  void kill_without_block() {
    var g = spawn(this::victim, null, "ended");
    sleep(0);
    g.kill(pythonic.builtins.Keywords.block(false));
    say("not yet");
    g.join();
    say("joined");
  }

  void kill_resists() {
    var g = spawn(() -> {
      for (int _ : range(3)) {
        try {
          sleep(0.02);
          say("slept");
        } catch (pythonic.greenlet.GreenletExit e) {
          say("ignored");
        }
      }
    });
    sleep(0);
    g.kill();
    say(g.value());
  }

  void kill_self() {
    var g = spawn(() -> {
      say("before");
      ((Greenlet<?>) Gevent.getcurrent()).kill();
      say("never");
    });
    Object value = g.get();
    say(repr(value));
  }

  void kill_all() {
    List<Greenlet<?>> gs = each(n -> victim(null, n), List.of("a", "b", "c"));
    sleep(0);
    gs.add(spawn(this::victim, null, "d"));
    Gevent.killall(gs);
    say(gs.stream().map(Greenlet::dead).toList());
  }

  void links() {
    var g = spawn(() -> 1);
    var h = spawn(GeventPrograms::fail);
    for (Greenlet<?> x : List.of(g, h)) {
      x.link(s -> say("link " + str(((Greenlet<?>) s).successful())));
      x.link_value(s -> say("value " + str(((Greenlet<?>) s).value())));
      x.link_exception(s -> say("exception " + repr(((Greenlet<?>) s).exception())));
      x.rawlink(s -> say("raw " + str(((Greenlet<?>) s).ready())));
    }
    joinall(List.of(g, h));
    say("joined");
    sleep(0);
    g.link(_ -> say("late"));
    say("not yet");
    sleep(0);
    sleep(0);
  }

  void link_order_and_join() {
    var g = spawn(this::turn, "g", 1);
    joinall(each(n -> {
      g.join();
      say("waiter " + n);
      sleep(0);
      say("waiter " + n + " again");
    }, List.of(0, 1, 2)));
  }

  void unlink() {
    var g = spawn(() -> 1);
    Procedure1<Object> f = _ -> say("linked");
    g.rawlink(f);
    g.unlink(f);
    g.join();
    sleep(0);
  }

  void join_in_a_circle_of_events() {
    var a = new Event();
    var b = new Event();
    var two = spawn(() -> {
      a.wait_();
      say("two");
      b.set();
      say("two end");
    });
    joinall(List.of(two, spawn(() -> {
      say("one");
      a.set();
      b.wait_();
      say("one end");
    })));
  }

  void event_wakes_in_order() {
    var e = new Event();
    List<Greenlet<?>> gs = each(n -> say(e.wait_(), n), List.of(0, 1, 2, 3));
    sleep(0);
    e.set();
    e.clear();
    say("set");
    joinall(gs);
    say(e.wait_(0.01), e.is_set());
  }

  void event_while_telling() {
    var e = new Event();
    List<Greenlet<?>> gs = each(n -> {
      for (int i : range(3)) {
        e.wait_();
        say(n + i);
      }
    }, List.of("a", "b"));
    sleep(0);
    e.set();
    joinall(gs);
  }

  void async_result() {
    var r = new AsyncResult<String>();
    List<Greenlet<?>> gs = each(n -> say(n + " got " + r.get()), List.of(0, 1, 2));
    sleep(0);
    r.set("v");
    say("set");
    joinall(gs);
    say(r.value(), r.successful(), r.wait_(0.01));
  }

  void async_result_error() {
    var r = new AsyncResult<String>();
    var g = spawn(() -> caught(r::get));
    sleep(0);
    r.set_exception(new KeyError("k"));
    say(g.get(), r.successful(), repr(r.exception()), caught(() -> new AsyncResult<>().get(false)));
    say(caught(() -> new AsyncResult<>().get(true, 0.01)), new AsyncResult<>().wait_(0.01));
  }

  void async_result_linked() {
    var r = new AsyncResult<Integer>();
    spawn(() -> 9).link(r);
    say(r.get());
    var s = new AsyncResult<Integer>();
    spawn(GeventPrograms::fail).link(s);
    say(caught(s::get));
  }

  void semaphore() {
    var s = new Semaphore(2);
    joinall(each(n -> {
      try (var _ = with(s)) {
        say("in " + n);
        sleep(0.04 + 0.08 * n);
        say("out " + n);
      }
    }, List.of(0, 1, 2, 3, 4)));
    say(s.counter());
  }

  void semaphore_forms() {
    var s = new Semaphore(0);
    say(s.acquire(false), s.acquire(timeout(0.01)), s.locked(), s.release(), s.locked(), s.wait_(), s.acquire());
    say(caught(() -> new BoundedSemaphore(1).release()), caught(() -> new Semaphore(-1)));
  }

  void semaphore_hand_over() {
    var s = new Semaphore(1);
    joinall(each(n -> {
      for (int i : range(3)) {
        s.acquire();
        say(n + i);
        s.release();
      }
    }, List.of("a", "b", "c")));
  }

  void semaphore_hand_over_with_sleep() {
    var s = new Semaphore(1);
    joinall(each(n -> {
      for (int i : range(3)) {
        s.acquire();
        say(n + i);
        sleep(0);
        s.release();
      }
    }, List.of("a", "b", "c")));
  }

  void rlock() {
    var lock = new RLock();
    joinall(each(n -> {
      try (var _ = with(lock)) {
        try (var _ = with(lock)) {
          say("in " + n);
          sleep(0);
        }
        say("out " + n);
      }
    }, List.of("a", "b")));
    say(caughtDoing(lock::release));
  }

  void queue_producer_consumer() {
    var q = new Queue<Integer>(2);
    joinall(List.of(
        spawn(() -> {
          for (int i : range(5)) {
            q.put(i);
            say("put " + i);
          }
          q.put(null);
        }),
        spawn(() -> {
          for (Integer item = q.get(); ; item = q.get()) {
            say("got " + str(item));
            if (item == null) {
              break;
            }
          }
        })));
  }

  void queue_getters_in_order() {
    var q = new Queue<Integer>();
    List<Greenlet<?>> gs = each(n -> say(n + " " + q.get()), List.of("a", "b", "c"));
    sleep(0);
    for (int i : range(3)) {
      q.put(i);
    }
    say("put");
    joinall(gs);
  }

  void queue_putters_in_order() {
    var q = new Queue<String>(1);
    List<Greenlet<?>> gs = each(n -> {
      q.put(n);
      say("put " + n);
    }, List.of("a", "b", "c", "d"));
    sleep(0);
    for (int _ : range(4)) {
      say(q.get());
    }
    joinall(gs);
  }

  void queue_forms() {
    var q = new Queue<Integer>(1);
    say(caught(q::get_nowait), caught(() -> q.get(true, 0.01)));
    q.put(1);
    say(caughtDoing(() -> q.put_nowait(2)), caughtDoing(() -> q.put(2, true, 0.01)), q.full(), q.empty(), q.qsize(), q.peek(), q.get());
    var l = new LifoQueue<Integer>();
    var p = new PriorityQueue<Integer>();
    for (int x : List.of(3, 1, 2)) {
      l.put(x);
      p.put(x);
    }
    say(Stream.generate(l::get).limit(3).toList(), Stream.generate(p::get).limit(3).toList());
  }

  void joinable_queue() {
    var q = new JoinableQueue<Integer>();
    List<Greenlet<?>> ws = each(n -> {
      while (true) {
        int item = q.get();
        say(n + " works on " + item);
        sleep(0);
        q.task_done();
      }
    }, List.of("a", "b"));
    for (int i : range(4)) {
      q.put(i);
    }
    q.join();
    say("done");
    Gevent.killall(ws);
    say(caughtDoing(q::task_done), q.unfinished_tasks());
  }

  void channel() {
    var c = new Channel<Integer>();
    joinall(List.of(
        spawn(() -> {
          for (int i : range(3)) {
            c.put(i);
            say("sent " + i);
          }
        }),
        spawn(() -> {
          for (int _ : range(3)) {
            say("received " + c.get());
          }
        })));
    say(caught(() -> c.get(true, 0.01)), caughtDoing(() -> c.put_nowait(1)));
  }

  void pool_bounds() {
    var p = new Pool(2);
    for (int i : range(5)) {
      p.spawn((Integer n) -> {
        say("begin " + n);
        sleep(0.04 + 0.08 * n);
        say("end " + n);
      }, i);
      say("spawned " + i);
    }
    p.join();
    say(p.size(), p.free_count(), p.full());
  }

  void pool_maps() {
    var p = new Pool(2);
    say(p.map((Integer x) -> x * x, range(5)), list(p.imap((Integer x) -> -x, range(4))));
    say(list(p.imap_unordered((Integer x) -> x + 1, range(4))).stream().sorted().toList());
    say(p.apply(() -> 7), p.apply_async(() -> 8).get());
  }

  private static <T> List<T> list(Iterable<T> items) {
    var all = new ArrayList<T>();
    items.forEach(all::add);
    return all;
  }

  void pool_map_error() {
    say(caught(() -> new Pool(2).map((Integer x) -> {
      if (x == 0) {
        throw new pythonic.builtins.ZeroDivisionError();
      }
      return 10 / x;
    }, List.of(1, 0, 2))));
  }

  void group() {
    var g = new Group();
    var first = g.spawn(this::turn, "x", 2);
    g.spawn(this::turn, "y", 2);
    say(g.size(), g.contains(first));
    g.join();
    say(g.size(), g.contains(first));
    g.spawn(() -> sleep(10));
    g.spawn(() -> sleep(10));
    sleep(0);
    g.kill();
    say(g.size());
  }

  void timeouts() {
    try (var _ = Timeout.start_new(0.01)) {
      sleep(1);
    } catch (Timeout t) {
      say(str(t));
    }
    new Timeout(0.01, false).run(() -> {
      sleep(1);
      say("never");
    });
    try (var _ = Timeout.start_new(1)) {
      say("in time");
    }
    sleep(0.02);
  }

  @SuppressWarnings("ReferenceEquality") // which of the two it is
  void timeouts_nest() {
    Timeout outer = Timeout.start_new(0.02);
    Timeout inner = Timeout.start_new(5);
    try {
      sleep(1);
    } catch (Timeout t) {
      say(t == inner, t == outer);
    } finally {
      inner.cancel();
      outer.cancel();
    }
    say(outer.pending(), inner.pending());
  }

  void timeout_other_exception() {
    new Timeout(1, () -> new ValueError()).run(() -> say("in time"));
    try {
      new Timeout(0.01, new ValueError("late")).run(() -> sleep(1));
    } catch (ValueError e) {
      say(str(e));
    }
    say(caughtDoing(() -> Gevent.with_timeout(0.01, () -> sleep(1))), Gevent.with_timeout(1, () -> 3));
  }

  void joinall_forms() {
    var a = spawn(() -> sleep(0.01));
    var b = spawn(() -> sleep(0.3));
    say(joinall(List.of(a, b), 0.1).size(), joinall(List.of(a, b), null, false, 1).size());
    b.kill();
    say(joinall(List.of(a, b)).size(), caught(() -> joinall(List.of(spawn(GeventPrograms::fail)), null, true, null)), joinall(List.<Greenlet<?>>of()));
  }

  void iwait_in_order_of_ends() {
    var gs = new ArrayList<Greenlet<Double>>();
    for (double s : List.of(0.06, 0.02, 0.04)) {
      gs.add(spawn(() -> {
        sleep(s);
        return s;
      }));
    }
    for (Greenlet<Double> g : Gevent.<Greenlet<Double>>iwait(gs)) {
      say(g.value());
    }
  }

  void spawn_later_order() {
    Gevent.spawn_later(0.03, this::turn, "late", 1);
    Gevent.spawn_later(0.01, this::turn, "soon", 1);
    var g = Gevent.spawn_later(0.05, this::turn, "last", 1);
    say("main");
    g.join();
  }

  private final class Mine extends Greenlet<Integer> {
    private final int n;

    Mine(int n) {
      this.n = n;
    }

    @Override
    public Integer _run() {
      sleep(0);
      say("runs " + n);
      return n * 2;
    }
  }

  void subclass() {
    var m = new Mine(4);
    say(m.started(), m.ready());
    m.start();
    say(m.started());
    m.join();
    say(m.value(), m.started());
  }

  void nobody_can_go_on() {
    say(caught(() -> new Event().wait_()), caught(() -> new Queue<>().get()), caught(() -> new Semaphore(0).acquire()), caught(() -> new AsyncResult<>().get()));
    var a = new Greenlet<Void>(() -> sleep(0));
    say(caughtDoing(a::join));
    say("on");
  }

  void nobody_in_greenlets() {
    var e = new Event();
    List<Greenlet<?>> gs = each(_ -> e.wait_(), List.of(0, 1, 2));
    say(caught(() -> joinall(gs)));
    e.set();
    joinall(gs);
    say("on");
  }

  void idle_and_wait() {
    spawn(this::turn, "g", 3);
    Gevent.idle();
    say("idle");
    var h = Gevent.spawn_later(0.02, this::turn, "h", 1);
    say(Gevent.wait_(timeout(1)), h.ready());
  }

  void kill_a_ready_one() {
    var g = spawn(() -> {
      try {
        sleep(0);
        say("on");
      } catch (pythonic.greenlet.GreenletExit e) {
        say("exit");
      }
    });
    var h = spawn(this::turn, "h", 2);
    sleep(0);
    g.kill();
    say("killed");
    h.join();
  }

  void imap_bound() {
    var p = new Pool(4);
    p.imap((Integer n) -> {
      say("work " + n);
      sleep(0);
      return n * n;
    }, range(6), maxsize(2)).forEachRemaining(x -> {
      say(x);
      sleep(0.005);
    });
  }

  void imap_unordered_bound() {
    new Group().imap_unordered((Integer n) -> {
      say("work " + n);
      sleep(new double[] {0.20, 0.05, 0.30, 0.05, 0.40, 0.10}[n]);
      return n;
    }, range(6), maxsize(1)).forEachRemaining(this::say);
  }

  void imap_several() {
    var g = new Group();
    say(list(g.imap((Integer a, Integer b) -> a * b, range(5), List.of(3, 4, 5))));
    say(list(g.imap_unordered((String a, String b, String c) -> a + b + c, List.of("a", "b"), List.of("c", "d"), List.of("e", "f", "g"))).stream().sorted().toList());
    say(list(g.imap((Integer a, Integer b) -> a - b, range(9), range(0, 90, 10), maxsize(1))));
    say(list(g.imap((Integer a, Integer b) -> a, List.<Integer>of(), List.of(1))));
  }

  void imap_bound_error() {
    var results = new Group().imap((Integer x) -> {
      if (x == 0) {
        throw new pythonic.builtins.ZeroDivisionError();
      }
      return 10 / x;
    }, List.of(2, 0, 5), maxsize(1));
    say(results.next(), caught(results::next), results.next());
    say(results.hasNext() ? "more" : "StopIteration");
  }

  void callbacks_of_maps() {
    var p = new Pool(2);
    say(p.map_cb((Integer x) -> x + 1, range(3), (Procedure1<Object>) this::say));
    say(p.map_async((Integer x) -> x + 2, range(3), (Procedure1<Object>) this::say).get());
    say(p.apply_cb((Integer x) -> x * 5, new pythonic.builtins.keywords.Args(List.of(4)), (Procedure1<Object>) this::say));
    sleep(0);
  }

  private Procedure1<Object> told(String name) {
    return g -> say(name + " " + ((Greenlet<?>) g).value());
  }

  void told_of_an_end() {
    var g = spawn(() -> 5);
    g.rawlink(told("raw"));
    var a = spawn(() -> {
      g.join();
      say("joined a");
    });
    var b = spawn(() -> {
      g.join();
      say("joined b");
      g.rawlink(told("late"));
      sleep(0);
      say("b goes on");
    });
    var c = spawn(() -> {
      joinall(List.of(g, g, a));
      say("joined both");
    });
    joinall(List.of(a, b, c));
    g.rawlink(told("after"));
    say("main");
    sleep(0);
  }

  void told_alone() {
    var g = spawn(this::turn, "g", 1);
    var h = spawn(this::turn, "h", 2);
    var first = spawn(() -> {
      g.join();
      say("g is over");
      h.join();
      say("h is over");
    });
    spawn(() -> say("extra"));
    first.join();
    g.join();
    say(g.ready());
  }

  void unlinked() {
    var g = spawn(this::turn, "g", 2);
    Procedure1<Object> f = _ -> say("never");
    g.rawlink(f);
    g.unlink(f);
    g.join(0);
    say((Object) null, g.ready());
    g.join();
    say(g.ready());
  }

  void joinall_in_part() {
    var gs = Stream.of(40, 1, 2).map(i -> Gevent.spawn_later(0.01 * i, this::turn, "g" + i + "-", 1)).toList();
    say(joinall(gs, null, false, 2).size(), gs.stream().map(Greenlet::ready).toList());
    say(joinall(gs, 0).size());
    say(joinall(gs).size());
    say(joinall(List.<Greenlet<?>>of()).size(), joinall(gs, 0.001, false, 1).size());
  }

  void joinall_raises() {
    List<Greenlet<?>> gs = List.of(spawn(this::turn, "a", 2), spawn(GeventPrograms::fail), spawn(this::turn, "b", 3));
    say(caught(() -> joinall(gs, null, true, null)));
    joinall(gs);
  }

  void datagrams() {
    var servers = new DatagramServer[1];
    var server = new DatagramServer(new Address("127.0.0.1", 0), (data, address) -> {
      say(text(data));
      sleep(0);
      servers[0].sendto(pythonic.builtins.Builtins.encode(text(data).toUpperCase(java.util.Locale.ROOT)), address);
    });
    servers[0] = server;
    say(server.started(), server.closed());
    server.start();
    try (var client = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      for (String text : List.of("one", "two", "three")) {
        client.sendto(pythonic.builtins.Builtins.encode(text), server.address());
        say(text(client.recvfrom(100).data()));
      }
      server.stop();
      say(server.started(), server.closed());
    }
  }

  private static String text(byte[] data) {
    return new String(data, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String text(String value) {
    return value.replaceAll("0x[0-9a-f]+", "0x").replace("GeventPrograms.", ""); // turn is a method here
  }

  void texts_of_queues() {
    for (Queue<String> q : List.of(new Queue<String>(), new Queue<String>(2), new LifoQueue<String>(3), new PriorityQueue<String>(), new JoinableQueue<String>(4))) {
      say(text(repr(q)));
      q.put("a");
      say(text(repr(q)), str(q));
    }
    var q = new Queue<Integer>(1);
    q.put(null);
    var w = spawn(() -> q.put(2));
    sleep(0);
    say(str(q));
    w.kill();
    say(str(q));
    var c = new Channel<String>();
    var getter = spawn(() -> c.get());
    sleep(0);
    say(str(c), text(repr(c)));
    getter.kill();
    say(str(c));
  }

  void texts_of_events() {
    var e = new Event();
    say(str(e), text(repr(e)));
    var w = spawn(() -> e.wait_());
    sleep(0);
    say(str(e));
    e.set();
    w.join();
    say(str(e));
    for (Object[] outcomes : new Object[][] {{1, null}, {null, 2}, {null, new KeyError("k")}, {new ValueError("v"), null}, {new ValueError("v"), "w"}, {"w", new ValueError("v")}}) {
      var r = new AsyncResult<Object>();
      say(str(r), text(repr(r)));
      for (Object outcome : outcomes) {
        if (outcome instanceof Exception exception) {
          r.set_exception(exception);
        } else {
          r.set(outcome);
        }
      }
      say(str(r), caught(r::get), r.successful(), r.value(), repr(r.exception()));
    }
    var s = new Semaphore(2);
    say(text(str(s)), text(repr(s)), text(repr(new RLock())));
  }

  void texts_of_greenlets() {
    var g = spawn(this::turn, "g", 1);
    say(text(str(g)));
    g.join();
    say(text(str(g)));
    var h = spawn(this::turn, "g", 1);
    h.join();
    say(text(str(h)));
    var bob = new Greenlet<>(this::turn, "g", 1);
    bob.name("bob");
    say(text(str(bob)));
    bob.kill();
    say(text(str(bob)));
  }

  void truth_and_length() {
    var g = new Greenlet<>(this::turn, "g", 1);
    say(bool(g));
    g.start();
    say(bool(g));
    g.join();
    say(bool(g));
    var p = new Pool(2);
    var q = new Queue<Integer>();
    say(bool(p), len(p), bool(q), len(q));
    p.spawn(this::turn, "p", 1);
    q.put(1);
    say(bool(p), len(p), bool(q), len(q));
    p.join();
    say(len(p));
  }

  void thrown_into() {
    var g = new Greenlet<Object>(() -> 1);
    say(g.throw_(new GreenletExit("t")), g.dead(), repr(g.value()));
    g.start();
    sleep(0);
    var h = new Greenlet<>(GeventPrograms::fail);
    say(h.throw_(new KeyError("k")), h.ready(), repr(h.exception()));
  }

  void kill_one_of_a_group() {
    var g = new Group();
    var a = g.spawn(() -> sleep(10));
    var b = g.spawn(() -> sleep(10));
    sleep(0);
    g.killone(a);
    say(null, len(g));
    g.killone(a);
    say(null, a.dead());
    g.killone(b, new GreenletExit(), false, null);
    say(len(g));
    g.join();
    say(len(g));
  }

  void imap_when_all_are_quick() {
    for (int x : new Group().imap((Integer n) -> {
      say("quick " + n);
      return n;
    }, range(3))) {
      say(x);
    }
    for (Object x : new Group().imap((Double s) -> {
      sleep(s);
      return null;
    }, List.of(0.03, 0.01))) {
      say(x);
    }
    Iterable<Integer> items = () -> Stream.of(1, 2, 3).map(n -> {
      if (n == 3) {
        throw new KeyError("iter");
      }
      return n;
    }).iterator();
    var results = new Group().imap((Integer x) -> x, items);
    say(results.next(), results.next(), caught(results::next));
  }

  void pool_without_waiting() {
    var p = new Pool(1);
    var g = p.spawn(() -> sleep(10));
    say(p.wait_available(0.01), caughtDoing(() -> p.start(new Greenlet<>(GeventPrograms::fail), false, null)),
        caughtDoing(() -> p.start(new Greenlet<>(GeventPrograms::fail), true, 0.01)));
    try {
      p.add(new Greenlet<>(GeventPrograms::fail), false, null);
    } catch (Full e) {
      say(repr(e));
    }
    g.kill();
    say(p.wait_available(0.01));
    say(p.apply((Integer a, Integer b) -> a - b, args(5, 3)), p.apply_async((Integer a, Integer b) -> a + b, args(5, 3)).get());
  }

  void raised_while_ready() {
    try (var _ = Timeout.start_new(0.01)) {
      while (true) {
        sleep(0);
      }
    } catch (Timeout t) {
      say("late");
    }
    var g = spawn(this::turn, "g", 3);
    for (int i : range(3)) {
      say("main " + i);
      sleep(0);
    }
    g.join();
    var s = spawn(() -> {
      for (int i : range(4)) {
        try {
          say("stubborn " + i);
          sleep(0);
        } catch (GreenletExit e) {
          say("ignored");
        }
      }
    });
    var h = spawn(this::turn, "h", 6);
    sleep(0);
    s.kill(block(false));
    joinall(List.of(s, h));
  }
}

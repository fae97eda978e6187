// Lesson 47: gevent, many pages at once
//
// spawn starts a greenlet, joinall waits for all; while one waits for the network, the others go on.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson47.java

import static pythonic.builtins.Builtins.*;

import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.Timeout;
import pythonic.gevent.monkey.Monkey;
import pythonic.socket.Address;
import pythonic.socket.Socket;

public class Lesson47 {

  static void serve(Socket listener) {
    while (true) {
      var accepted = listener.accept();
      Gevent.spawn(Lesson47::answer, accepted.conn());
    }
  }

  static void answer(Socket conn) {
    String page = decode(conn.recv(1024), "utf-8");
    if (page.equals("missing")) {
      conn.sendall(encode(""));
    } else if (page.equals("slow")) {
      Gevent.sleep(30);
    } else {
      Gevent.sleep(0.05);
      conn.sendall(encode("<h1>" + page + "</h1>", "utf-8"));
    }
    conn.close();
  }

  static String fetch(int port, String page) {
    var s = new Socket();
    s.connect(new Address("127.0.0.1", port));
    s.sendall(encode(page, "utf-8"));
    String text = decode(s.recv(1024), "utf-8");
    s.close();
    if (text.equals("")) {
      throw new ValueError("no page " + page);
    }
    return text;
  }

  static void failed(Object job) {
    print("failed:", ((Greenlet<?>) job).exception());
  }

  static void main() {
    Monkey.patch_all();
    var listener = new Socket();
    listener.bind(new Address("127.0.0.1", 0));
    listener.listen(50);
    int port = listener.getsockname().port();
    var server = Gevent.spawn(Lesson47::serve, listener);

    var jobs = List.of("python", "java", "gevent").stream().map(page -> Gevent.spawn(Lesson47::fetch, port, page)).toList();
    Gevent.joinall(jobs, 20);
    for (var job : jobs) {
      print(job.successful(), job.value());
    }

    try (var _ = Timeout.start_new(0.2)) {
      fetch(port, "slow");
    } catch (Timeout t) {
      print("gave up after", t);
    }

    var slow = Gevent.spawn(Lesson47::fetch, port, "slow");
    Gevent.sleep(0.1);
    print("ready:", slow.ready());
    slow.kill();
    Object value = slow.value();
    print("killed:", slow.ready(), slow.successful(), repr(value));

    var first = Gevent.spawn(Lesson47::fetch, port, "first");
    first.link_exception(Lesson47::failed);
    print("get:", first.get());
    server.kill();
    listener.close();
  }
}

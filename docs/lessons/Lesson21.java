// Lesson 21: a pipe: send and recv both ways, poll, and the end
//
// Both processes must close the end that they do not use: only when nobody has it open any more does recv see the end.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson21.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.EOFError;
import pythonic.builtins.OSError;
import pythonic.multiprocessing.Pipe;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.connection.Connection;

public class Lesson21 {

  static void talk(Connection conn) {
    conn.send(Arrays.asList(42, None, "hello"));
    conn.send(List.of("the child got", conn.recv()));
    conn.send_bytes(encode("raw bytes"));
    conn.close();
  }

  static void count(Connection conn, int n) {
    for (int i : range(n)) {
      conn.send(i);
    }
    conn.close();
  }

  static void main() {
    var pipe = new Pipe();
    var parent_conn = pipe.conn1();
    var child_conn = pipe.conn2();
    var p = new Process(target(Lesson21::talk), args(child_conn));
    p.start();
    child_conn.close();
    print("parent got", parent_conn.recv());
    print("more is there:", parent_conn.poll());
    parent_conn.send(Map.of("answer", 42));
    p.join();
    print("more is there:", parent_conn.poll());
    print("parent got", parent_conn.recv());
    print("parent got", parent_conn.recv_bytes());
    print("more, or the end:", parent_conn.poll());
    try {
      parent_conn.recv();
    } catch (EOFError e) {
      print("the child has closed its end");
    }
    try {
      parent_conn.send("anybody there?");
    } catch (BrokenPipeError e) {
      print(e);
    }

    var oneWay = new Pipe(duplex(false));
    var receiver = oneWay.conn1();
    var sender = oneWay.conn2();
    try {
      receiver.send(1);
    } catch (OSError e) {
      print(e);
    }
    p = new Process(target(Lesson21::count), args(sender, 3));
    p.start();
    sender.close();
    try {
      while (true) {
        print("received", receiver.recv());
      }
    } catch (EOFError e) {
      print("that was all");
    }
    p.join();
  }
}

// Lesson 18: a daemon process ends with its parent
//
// A program waits for its processes at its end, but not for daemons: those it terminates. A daemon may not have
// children, for nobody would end them.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson18.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.multiprocessing.Multiprocessing.*;

import pythonic.builtins.AssertionError;
import pythonic.builtins.EOFError;
import pythonic.multiprocessing.Pipe;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.connection.Connection;
import pythonic.time.Time;

public class Lesson18 {

  static void nothing() {}

  static void guard(Connection sender) {
    print("guard:", current_process().daemon());
    try {
      new Process(target(Lesson18::nothing)).start();
    } catch (AssertionError e) {
      print("AssertionError:", e);
    }
    sender.send("on guard");
    Time.sleep(1000);
  }

  static void house(Connection sender, Connection begun) {
    var p = new Process(target(Lesson18::guard), args(sender), daemon(true));
    p.start();
    begun.recv();
    print("the house ends");
  }

  static void late() {
    Time.sleep(0.2);
    print("no daemon: waited for");
  }

  static void main() {
    var pipe = new Pipe(duplex(false));
    var receiver = pipe.conn1();
    var sender = pipe.conn2();
    var housePipe = new Pipe(duplex(false));
    var house_receiver = housePipe.conn1();
    var house_sender = housePipe.conn2();
    var p = new Process(target(Lesson18::house), args(sender, house_receiver));
    p.start();
    print(receiver.recv());
    sender.close();
    house_sender.send("go");
    p.join();
    try {
      receiver.recv();
    } catch (EOFError e) {
      print("the guard is gone, too");
    }

    p = new Process(target(Time::sleep), args(1000));
    p.daemon(true);
    p.start();
    try {
      p.daemon(false);
    } catch (AssertionError e) {
      print("AssertionError:", e);
    }
    new Process(target(Lesson18::late)).start();
    print("main ends");
  }
}

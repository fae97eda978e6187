// Lesson 27: a block of shared memory and a list in one, seen by two processes
//
// Both are found by name. Whoever made a block unlinks it in the end.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson27.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.Arrays;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.shared_memory.ShareableList;
import pythonic.multiprocessing.shared_memory.SharedMemory;

public class Lesson27 {

  static void write(String name) {
    var block = new SharedMemory(name);
    block.buf().set(0, 5, encode("hello"));
    block.buf().set(5, 33);
    block.close();
  }

  static void change(String name) {
    var items = new ShareableList(name(name));
    items.set(0, (int) items.get(0) + 1);
    items.set(1, "dog");
    items.shm().close();
  }

  static void main() {
    var block = new SharedMemory(create(true), size(10));
    print("before:", block.buf().get(0, 6));
    var p = new Process(target(Lesson27::write), args(block.name()));
    p.start();
    p.join();
    print("after: ", block.buf().get(0, 6));
    var name = block.name();
    block.close();
    block.unlink();
    try {
      new SharedMemory(name);
    } catch (FileNotFoundError e) {
      print("the block is gone");
    }

    var items = new ShareableList(Arrays.asList(1, "cat", 2.5, None, true, encode("bytes")));
    print("before:", new ArrayList<>(items));
    p = new Process(target(Lesson27::change), args(items.shm().name()));
    p.start();
    p.join();
    print("after: ", new ArrayList<>(items));
    print(len(items), items.count(None), items.index("dog"));
    try {
      items.set(1, "far too long");
    } catch (ValueError e) {
      print(e);
    }
    items.shm().close();
    items.shm().unlink();
  }
}

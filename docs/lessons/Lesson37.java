// Lesson 37: sending a large file: send, sendall and sendfile
//
// send takes what there is room for, sendall goes on until all is sent, sendfile leaves the work to the system. The
// receiver keeps no more than one piece at a time, and compares the digest.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson37.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import pythonic.builtins.functions.Procedure2;
import pythonic.queue.Queue;
import pythonic.socket.Socket;
import pythonic.threading.Thread;

public class Lesson37 {

  static final int SIZE = 8 * 1024 * 1024;

  record Received(long total, String digest) {}

  record Way(String name, Procedure2<Socket, FileChannel> way) {}

  static void receive(Socket server, Queue<Received> results) throws Exception {
    var conn = server.accept().conn();
    var digest = MessageDigest.getInstance("SHA-256");
    long total = 0;
    while (true) {
      var piece = conn.recv(65536);
      if (!bool(piece)) {
        break;
      }
      digest.update(piece);
      total += len(piece);
    }
    conn.close();
    results.put(new Received(total, HexFormat.of().formatHex(digest.digest())));
  }

  static void by_send(Socket client, FileChannel file) throws IOException {
    var data = ByteBuffer.allocate((int) file.size());
    file.read(data);
    int sent = 0;
    while (sent < data.capacity()) {
      sent += client.send(Arrays.copyOfRange(data.array(), sent, data.capacity()));
    }
  }

  static void by_sendall(Socket client, FileChannel file) throws IOException {
    var piece = ByteBuffer.allocate(65536);
    while (file.read(piece) > 0) {
      client.sendall(Arrays.copyOf(piece.array(), piece.position()));
      piece.clear();
    }
  }

  static void by_sendfile(Socket client, FileChannel file) {
    client.sendfile(file);
  }

  static void main() throws Exception {
    var path = Files.createTempFile("large", "");
    var bytes = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      bytes[i] = (byte) (i % 251);
    }
    Files.write(path, bytes);
    var wanted = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    for (var each : List.of(new Way("send", Lesson37::by_send), new Way("sendall", Lesson37::by_sendall), new Way("sendfile", Lesson37::by_sendfile))) {
      var server = create_server(address("127.0.0.1", 0));
      var results = new Queue<Received>();
      var thread = new Thread(target(Lesson37::receive), args(server, results));
      thread.start();
      try (var client = create_connection(server.getsockname()); var file = FileChannel.open(path)) {
        each.way().call(client, file);
      }
      thread.join();
      server.close();
      var received = results.get();
      print(each.name(), received.total() == SIZE, received.digest().equals(wanted));
    }
    Files.delete(path);
  }
}

// Lesson 36: messages that stick together, cured by a header
//
// A stream has no messages: two that were sent may arrive as one, and a long one in pieces. So each gets a head: four bytes
// tell how long its header is, and the header, which is JSON, how long the body is. Then commands can be run from afar.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson36.java
// Needs org.json:json on the class path as well: Java has no JSON of its own.

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;
import static pythonic.subprocess.Subprocess.PIPE;
import static pythonic.subprocess.Subprocess.STDOUT;

import java.util.List;
import org.json.JSONObject;
import pythonic.builtins.Bytes;
import pythonic.builtins.EOFError;
import pythonic.socket.Socket;
import pythonic.struct.Struct;
import pythonic.subprocess.Popen;
import pythonic.threading.Thread;

public class Lesson36 {

  record Message(int returncode, byte[] body) {}

  static void stick() {
    var pair = socketpair();
    var sender = pair.a();
    var receiver = pair.b();
    sender.sendall(encode("first"));
    sender.sendall(encode("second"));
    print("two messages, received as", receiver.recv(1024));
    sender.close();
    receiver.close();
  }

  static void send_message(Socket conn, int returncode, byte[] body) {
    var header = encode(new JSONObject().put("returncode", returncode).put("size", len(body)).toString());
    conn.sendall(Struct.pack("!i", len(header)));
    conn.sendall(header);
    conn.sendall(body);
  }

  static byte[] receive_exactly(Socket conn, int size) {
    var data = new byte[0];
    while (len(data) < size) {
      var piece = conn.recv(size - len(data));
      if (!bool(piece)) {
        throw new EOFError("the other end has hung up");
      }
      data = Bytes.join(data, piece);
    }
    return data;
  }

  static Message receive_message(Socket conn) {
    var size = (int) Struct.unpack("!i", receive_exactly(conn, 4)).get(0);
    var header = new JSONObject(decode(receive_exactly(conn, size)));
    return new Message(header.getInt("returncode"), receive_exactly(conn, header.getInt("size")));
  }

  static void run_commands(Socket server) {
    var conn = server.accept().conn();
    while (true) {
      byte[] command;
      try {
        command = receive_message(conn).body();
      } catch (EOFError e) {
        print("server:", e);
        break;
      }
      var p = new Popen<>(decode(command), shell(true), stdout(PIPE), stderr(STDOUT));
      var output = p.communicate().stdout();
      send_message(conn, p.returncode(), output);
    }
    conn.close();
  }

  static void main() {
    stick();
    var server = create_server(address("127.0.0.1", 0));
    var runner = new Thread(target(Lesson36::run_commands), args(server));
    runner.start();
    var client = create_connection(server.getsockname());
    for (var command : List.of("echo hello", "seq 1 20000 | tail -n 2", "echo trouble >&2; exit 3", "seq 1 20000")) {
      send_message(client, 0, encode(command));
      var message = receive_message(client);
      var output = message.body();
      Object shown = len(output) < 100 ? output : "...";
      print(command, "->", message.returncode(), len(output), "bytes:", shown);
    }
    client.close();
    runner.join();
    server.close();
  }
}

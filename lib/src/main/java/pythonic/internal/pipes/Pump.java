package pythonic.internal.pipes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/**
 * A thread that copies between a stream of the JDK and a pipe, until one of them ends. What it holds is bounded: one piece, and
 * what the system keeps in the pipe.
 */
final class Pump {

  private static final int PIECE = 8192;

  private Pump() {}

  static void start(InputStream from, Pipe.SinkChannel to) {
    Thread.ofPlatform().daemon().name("pythonic-pump").start(() -> {
      var piece = new byte[PIECE];
      try (from; to) {
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
          var left = ByteBuffer.wrap(piece, 0, count);
          while (left.hasRemaining()) {
            to.write(left);
          }
        }
      } catch (IOException e) {
        // One end is closed: whoever is at the other end is told by that.
      }
    });
  }

  static void start(Pipe.SourceChannel from, OutputStream to) {
    Thread.ofPlatform().daemon().name("pythonic-pump").start(() -> {
      var piece = ByteBuffer.allocate(PIECE);
      try (from; to) {
        while (from.read(piece) >= 0) {
          to.write(piece.array(), 0, piece.position());
          to.flush();
          piece.clear();
        }
      } catch (IOException e) {
        // One end is closed: whoever is at the other end is told by that.
      }
    });
  }
}

package pythonic.internal.sharedmemory;

import java.io.EOFException;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.channels.AsynchronousCloseException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.MessageChannel;
import pythonic.internal.wire.Spawning;

/**
 * An end of a pipe in shared memory: a direction that it receives from, one that it sends to, or both. The other ends are
 * gone when no process has one open any more, and one that was killed has not.
 */
public final class SharedPipe implements MessageChannel {

  private final @Nullable Direction in;
  private final @Nullable Direction out;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A circle with its locks. */
  private record Direction(PipeRing ring, SharedMutex receiving, SharedMutex sending) {

    static Direction make() {
      return new Direction(PipeRing.make(), SharedMutex.make(), SharedMutex.make());
    }
  }

  private SharedPipe(@Nullable Direction in, @Nullable Direction out) {
    this.in = in;
    this.out = out;
    if (in != null) {
      in.ring.readers().add();
    }
    if (out != null) {
      out.ring.writers().add();
    }
  }

  /** The two ends of a pipe. */
  public record Ends(SharedPipe first, SharedPipe second) {}

  /** {@return two ends that both send and receive, or a first one that receives and a second one that sends} */
  public static Ends make(boolean duplex) {
    Direction to = Direction.make();
    Direction back = duplex ? Direction.make() : null;
    return new Ends(new SharedPipe(to, back), new SharedPipe(back, to));
  }

  /** Closes it when the object that it belongs to is forgotten, as Python does. */
  public void closeWithout(Object owner) {
    SharedHeap.CLEANER.register(owner, this::close);
  }

  public boolean receives() {
    return in != null;
  }

  public boolean sends() {
    return out != null;
  }

  private static Direction require(@Nullable Direction direction) {
    if (direction == null) {
      throw new IllegalStateException("the connection knows its directions");
    }
    return direction;
  }

  private void requireOpen() throws IOException {
    if (closed.get()) {
      throw new AsynchronousCloseException();
    }
  }

  /** One of a process that has died is taken as any other: what it guards is whole at any moment. */
  private void acquire(SharedMutex lock) throws IOException {
    if (lock.acquire(closed::get, Deadline.NEVER) == SharedMutex.NOT_TAKEN) {
      throw new AsynchronousCloseException();
    }
  }

  @Override
  public void send(byte[] bytes, int offset, int size) throws IOException {
    Direction way = require(out);
    acquire(way.sending);
    try {
      PipeRing ring = way.ring;
      boolean aside = size > PipeRing.SHORT && ring.hasAnnex();
      int done = 0;
      do {
        int chunk = aside ? Math.min(size - done, PipeAnnex.SLOT_BYTES) : PipeRing.chunk(size, size - done);
        if (aside) {
          awaitRoom(ring, ring.slots(), ring::hasSlot);
          ring.putAside(bytes, offset + done, chunk, size, done == 0);
        } else {
          awaitRoom(ring, ring.room(), () -> ring.hasRoom(chunk));
          ring.put(bytes, offset + done, chunk, size, done == 0);
        }
        done += chunk;
      } while (done < size);
    } finally {
      way.sending.release();
    }
  }

  private void awaitRoom(PipeRing ring, Awaited room, BooleanSupplier hasRoom) throws IOException {
    BooleanSupplier over = () -> hasRoom.getAsBoolean() || closed.get() || !ring.readers().any();
    if (!hasRoom.getAsBoolean()) {
      room.await(over, over, Deadline.NEVER);
    }
    requireOpen();
    if (!ring.readers().any()) {
      throw new IOException(SystemError.EPIPE.text());
    }
  }

  @Override
  public byte[] receive(long longest) throws IOException {
    Direction way = require(in);
    acquire(way.receiving);
    try {
      while (true) {
        awaitData(way.ring, Deadline.NEVER);
        if (!way.ring.hasData()) {
          throw new EOFException();
        }
        byte[] message = way.ring.take(longest);
        if (message != null) {
          return message;
        }
      }
    } finally {
      way.receiving.release();
    }
  }

  private boolean awaitData(PipeRing ring, Deadline deadline) throws IOException {
    BooleanSupplier over = () -> ring.isReadable() || closed.get();
    boolean inTime = ring.isReadable() || ring.data().await(over, over, deadline);
    requireOpen();
    return inTime;
  }

  @Override
  public boolean poll(Deadline deadline) throws IOException {
    return awaitData(require(in).ring, deadline);
  }

  @Override
  public int ready(int uses) {
    int read = (uses & READ) != 0 && isReadable() ? READ : 0;
    int write = (uses & WRITE) != 0 && isWritable() ? WRITE : 0;
    return read | write;
  }

  /** As the system has it: an end that only sends is readable when nobody can receive any more. */
  private boolean isReadable() {
    return in != null ? in.ring.isReadable() : out != null && !out.ring.readers().any();
  }

  private boolean isWritable() {
    return out != null && (out.ring.hasRoom(PipeRing.SHORT) || !out.ring.readers().any());
  }

  @Override
  public Runnable whenReady(int uses, Runnable wake) {
    var places = new ArrayList<Slot>();
    if (in != null && (uses & READ) != 0) {
      places.add(in.ring.data().enter(wake));
    }
    if (out != null && (in == null || (uses & WRITE) != 0)) {
      places.add(out.ring.room().enter(wake));
    }
    if (closed.get() || ready(uses) != 0) {
      wake.run();
    }
    var over = new AtomicBoolean();
    return () -> {
      if (over.compareAndSet(false, true)) {
        places.forEach(Slot::close);
      }
    };
  }

  /** Closes this end. Threads that use it are told; if it was the last one, whoever uses the other end is too. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      if (in != null) {
        in.ring.readers().remove();
        look(in);
      }
      if (out != null) {
        out.ring.writers().remove();
        look(out);
      }
    }
  }

  private static void look(Direction way) {
    way.ring.data().wakeAll();
    way.ring.room().wakeAll();
    way.ring.slots().wakeAll();
    way.receiving.wakeToLook();
    way.sending.wakeToLook();
  }

  /** {@return what travels to the child that is being started, where it is another end like this one} */
  public Form travel(String type) {
    return new Form(form(in, type, true), form(out, type, false));
  }

  /** It is open on behalf of the child until that has opened it itself, or has ended. */
  private static @Nullable DirectionForm form(@Nullable Direction way, String type, boolean reads) {
    if (way == null) {
      return null;
    }
    Handle ring = way.ring.travel(type);
    Holders holders = reads ? way.ring.readers() : way.ring.writers();
    holders.add();
    Spawning.untilBegun(() -> {
      if (holders.remove()) {
        look(way);
      }
    });
    return new DirectionForm(ring, way.receiving.travel(type), way.sending.travel(type));
  }

  private static final class DirectionForm implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    private final Handle ring;
    private final Handle receiving;
    private final Handle sending;

    DirectionForm(Handle ring, Handle receiving, Handle sending) {
      this.ring = ring;
      this.receiving = receiving;
      this.sending = sending;
    }

    static @Nullable Direction arrive(@Nullable DirectionForm form) {
      return form == null ? null : new Direction(PipeRing.of(form.ring), SharedMutex.of(form.receiving), SharedMutex.of(form.sending));
    }
  }

  /** An end on its way to a child. */
  public static final class Form implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    private final @Nullable DirectionForm in;
    private final @Nullable DirectionForm out;

    private Form(@Nullable DirectionForm in, @Nullable DirectionForm out) {
      this.in = in;
      this.out = out;
    }

    /** {@return the end, open in this process too} */
    public SharedPipe arrive() {
      return new SharedPipe(DirectionForm.arrive(in), DirectionForm.arrive(out));
    }
  }
}

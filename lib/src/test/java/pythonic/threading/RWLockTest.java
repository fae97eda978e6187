package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.Keywords;
import pythonic.builtins.RuntimeError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What readers and writers are to each other. */
final class RWLockTest {

  private static final String UPGRADE = "cannot acquire the writer of an RWLock while holding its reader";

  private final RWLock lock = new RWLock();
  private final RWLock.Reader reader = lock.reader();
  private final RWLock.Writer writer = lock.writer();

  private int count; // guarded by the writer

  /** Takes a side in another thread, until told to give it back. */
  private static final class Holder {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Threads.Helper<Void> helper;

    Holder(BasicLock side) {
      helper =
          Threads.run(
              () -> {
                try (var _ = with(side)) {
                  end.await();
                }
              });
      helper.awaitParked(); // in await, or in the lock
    }

    void end() {
      end.countDown();
      helper.join();
    }
  }

  @Test
  void readers_readTogether() {
    var other = new Holder(reader);
    assertThat(reader.acquire(false)).isTrue();
    assertThat(reader.locked()).isTrue();
    assertThat(lock.locked()).isTrue();
    assertThat(writer.locked()).isFalse();
    other.end();
    reader.release();
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void writer_isAlone() {
    writer.acquire();
    for (BasicLock side : List.of(reader, writer)) {
      assertThat(Threads.start(() -> side.acquire(false)).join()).isFalse();
      assertThat(Threads.start(() -> side.acquire(true, 0.01)).join()).isFalse();
      assertThat(Threads.start(() -> side.acquire(Keywords.timeout(0))).join()).isFalse();
    }
    assertThat(lock.locked() && writer.locked() && !reader.locked()).isTrue();
  }

  @Test
  void comers_areServedInTheirOrder() {
    reader.acquire();
    var waitingWriter = new Holder(writer);
    var nextReader = new Holder(reader);
    assertThat(Threads.start(() -> reader.acquire(false)).join()).as("overtakes the writer").isFalse();
    assertThat(reader.acquire()).as("holds it already").isTrue();
    reader.release();
    reader.release();
    Threads.await("the writer is first", writer::locked);
    assertThat(reader.locked()).isFalse();
    waitingWriter.end();
    Threads.await("the reader is next", reader::locked);
    nextReader.end();
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void upgrade_isRefusedInEveryForm() {
    reader.acquire();
    for (Threads.Action call : List.<Threads.Action>of(
        writer::acquire, () -> writer.acquire(false), () -> writer.acquire(true, 0.01), writer::enter, () -> writer.as_lock().lock())) {
      assertThatThrownBy(call::run).isExactlyInstanceOf(RuntimeError.class).hasMessage(UPGRADE);
    }
    reader.release();
    assertThat(writer.acquire(false)).isTrue();
  }

  @Test
  void downgrade_goesOnReading() {
    writer.acquire();
    assertThat(reader.acquire()).isTrue();
    assertThat(writer.acquire()).as("a writer that reads may write again").isTrue();
    writer.release();
    writer.release();
    assertThat(Threads.start(() -> reader.acquire(false)).join()).isTrue();
    assertThat(Threads.start(() -> writer.acquire(false)).join()).isFalse();
    assertThatThrownBy(writer::acquire).hasMessage(UPGRADE);
  }

  @Test
  void release_unheld_raisesRuntimeError() {
    for (BasicLock side : List.of(reader, writer)) {
      assertThatThrownBy(side::release).isExactlyInstanceOf(RuntimeError.class).hasMessage("cannot release un-acquired lock");
      Threads.start(() -> side.acquire(false)).join();
      assertThatThrownBy(side::close).as("another thread's").isExactlyInstanceOf(RuntimeError.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_endsTheWaitOfEitherSide(Interrupt interrupt) {
    var other = new Holder(writer);
    interrupt.ends(reader::acquire);
    interrupt.ends(writer::acquire);
    interrupt.ends(() -> reader.acquire(true, 1000));
    interrupt.ends(() -> writer.acquire(true, 1000));
    other.end();
    assertThat(lock.locked()).isFalse();
    assertThat(Interrupt.<Boolean>isNotLookedAtBy(writer::acquire)).isTrue();
  }

  @RepeatedTest(50)
  void release_whileAWaitingWriterIsInterrupted_reachesTheReaderBehind() {
    reader.acquire();
    Threads.Helper<Void> first =
        Threads.run(
                () -> {
                  try (var _ = with(writer)) {
                    count++;
                  } catch (KeyboardInterrupt e) {
                    assertThat(java.lang.Thread.currentThread().isInterrupted()).isFalse();
                  }
                })
            .awaitParked();
    Threads.Helper<Void> second = Threads.run(() -> with(reader).close()).awaitParked();
    Threads.Helper<Void> interrupter = Threads.run(first::interrupt);
    reader.release();
    interrupter.join();
    first.join();
    second.join();
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void manyOfBoth_platformAndVirtual_lossNothing() {
    Runnable both = () -> {
      for (int i = 0; i < 200; i++) {
        try (var _ = with(writer)) {
          count++;
          try (var _ = with(reader)) {
            count++;
          }
        }
        try (var _ = with(reader)) {
          assertThat(count % 2).as("seen by a reader").isZero();
        }
      }
    };
    List<Threads.Helper<Void>> helpers = IntStream.range(0, 6).mapToObj(_ -> Threads.run(both::run)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 20).forEach(_ -> threads.execute(both));
    }
    helpers.forEach(Threads.Helper::join);
    assertThat(count).isEqualTo(26 * 400);
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void condition_ofTheWriter_freesIt() {
    var changed = new Condition(writer);
    var waiting =
        Threads.startAndAwaitParked(
            () -> {
              try (var _ = with(changed)) {
                return changed.wait_for(() -> count == 5);
              }
            });
    try (var _ = with(changed)) {
      count = 5;
      changed.notify_();
    }
    assertThat(waiting.join()).isTrue();
    writer.acquire();
    reader.acquire();
    assertThatThrownBy(changed::wait_)
        .isExactlyInstanceOf(RuntimeError.class)
        .hasMessage("cannot wait on the writer of an RWLock while holding its reader");
  }

  @Test
  void toString_saysWhoHoldsIt() {
    assertThat(lock.toString()).matches("<unlocked RWLock object readers=0 writer=0 at 0x[0-9a-f]+>");
    reader.acquire();
    assertThat(reader.toString()).matches("<reader of <locked RWLock object readers=1 writer=0 at 0x[0-9a-f]+>>");
    reader.release();
    writer.acquire();
    assertThat(writer.toString())
        .matches("<writer of <locked RWLock object readers=0 writer=" + java.lang.Thread.currentThread().threadId() + " at 0x[0-9a-f]+>>");
  }
}

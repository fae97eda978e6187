package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** Messages of all sizes, their files, and who waits for them; all in one process. */
final class SharedMessagesTest {

  private static final Deadline NOW = Deadline.after(0);

  private static byte[] bytes(int number, int length) {
    var bytes = new byte[Math.max(length, Integer.BYTES)];
    new Random(number).nextBytes(bytes);
    ByteBuffer.wrap(bytes).putInt(number);
    return bytes;
  }

  private static int number(Message message) {
    assertThat(message.bytes()).isEqualTo(bytes(ByteBuffer.wrap(message.bytes()).getInt(), message.bytes().length));
    return ByteBuffer.wrap(message.bytes()).getInt();
  }

  private static int take(SharedMessages messages) {
    return number(Objects.requireNonNull(messages.take(NOW)));
  }

  private static List<String> files(SharedMessages messages) {
    try (Stream<Path> files = Files.list(messages.heap.folder())) {
      String id = messages.word(RingWords.ID) + "-";
      return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("q" + id) || name.startsWith("m" + id)).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void take_severalMessages_givesTheOldestWithItsTag() {
    SharedMessages messages = SharedMessages.make(0);
    messages.put(7, new byte[0], NOW);
    messages.put(255, new byte[] {1}, NOW);
    Message first = Objects.requireNonNull(messages.take(NOW));
    Message second = Objects.requireNonNull(messages.take(NOW));
    assertThat(List.of(first.tag(), second.tag())).containsExactly(7, 255);
    assertThat(first.bytes()).isEmpty();
    assertThat(second.bytes()).containsExactly(1);
    assertThat(messages.take(NOW)).isNull();
  }

  @Test
  void putAndTake_anySizesAndNumbers_comeWholeAndInOrder() {
    SharedMessages messages = SharedMessages.make(0);
    var random = new Random(1);
    int put = 0;
    int taken = 0;
    for (int round = 0; round < 200; round++) {
      for (int i = random.nextInt(400); i > 0; i--) {
        int length = switch (random.nextInt(200)) {
          case 0 -> 16_300 + random.nextInt(200);
          case 1 -> random.nextInt(200_000);
          default -> random.nextInt(200);
        };
        assertThat(messages.put(1, bytes(put++, length), NOW)).isTrue();
      }
      for (int i = random.nextInt(round > 150 ? 800 : 400); i > 0 && taken < put; i--) {
        assertThat(take(messages)).isEqualTo(taken++);
      }
      assertThat(messages.size()).isEqualTo(put - taken);
    }
    while (taken < put) {
      assertThat(take(messages)).isEqualTo(taken++);
    }
    assertThat(messages.isReady()).isFalse();
  }

  @Test
  void put_moreThanTheHeapHolds_goesOnInFilesThatAreGoneAfterwards() {
    SharedMessages messages = SharedMessages.make(0);
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      messages.put(1, bytes(i, 500), NOW);
    }
    assertThat(files(messages)).hasSizeBetween(5, 6);
    for (int i = 0; i < count; i++) {
      assertThat(take(messages)).isEqualTo(i);
    }
    assertThat(files(messages)).isEmpty();
    messages.put(1, bytes(count, 10), NOW);
    assertThat(take(messages)).isEqualTo(count);
    assertThat(files(messages)).isEmpty();
  }

  @Test
  void put_again_afterFiles_comesInOrder() {
    SharedMessages messages = SharedMessages.make(0);
    int put = 0;
    int taken = 0;
    for (int round = 0; round < 12; round++) {
      for (int i = 0; i < 3000; i++) {
        messages.put(1, bytes(put++, 600), NOW);
      }
      for (int i = 0; i < (round == 11 ? 3000 : 2990); i++) {
        assertThat(take(messages)).isEqualTo(taken++);
      }
    }
    while (taken < put) {
      assertThat(take(messages)).isEqualTo(taken++);
    }
    assertThat(files(messages)).isEmpty();
  }

  @Test
  void put_largeMessage_isAFileUntilItIsTaken() {
    SharedMessages messages = SharedMessages.make(0);
    byte[] large = bytes(1, 100 << 20);
    messages.put(3, large, NOW);
    messages.put(3, bytes(2, 1 << 20), NOW);
    assertThat(files(messages)).hasSize(2);
    assertThat(Arrays.equals(Objects.requireNonNull(messages.take(NOW)).bytes(), large)).isTrue();
    assertThat(take(messages)).isEqualTo(2);
    assertThat(files(messages)).isEmpty();
  }

  @Test
  void put_full_waitsForRoom() {
    SharedMessages messages = SharedMessages.make(2);
    assertThat(messages.put(1, bytes(1, 8), NOW)).isTrue();
    assertThat(messages.put(1, bytes(2, 1 << 20), NOW)).isTrue();
    assertThat(messages.put(1, bytes(3, 1 << 20), Deadline.after(0.01))).isFalse();
    assertThat(files(messages)).hasSize(1);
    Helper<Boolean> putter = Threads.startAndAwaitParked(() -> messages.put(1, bytes(3, 8), Deadline.NEVER));
    assertThat(take(messages)).isEqualTo(1);
    assertThat(putter.join()).isTrue();
    assertThat(List.of(take(messages), take(messages))).containsExactly(2, 3);
  }

  @Test
  void wait_interrupted_losesNothing() {
    SharedMessages messages = SharedMessages.make(1);
    Helper<Message> taker = Threads.startAndAwaitParked(() -> messages.take(Deadline.NEVER));
    taker.interrupt();
    assertThat(taker.joinError()).isInstanceOf(KeyboardInterrupt.class);
    messages.put(1, bytes(1, 8), NOW);
    Helper<Boolean> putter = Threads.startAndAwaitParked(() -> messages.put(1, bytes(2, 1 << 20), Deadline.NEVER));
    putter.interrupt();
    assertThat(putter.joinError()).isInstanceOf(KeyboardInterrupt.class);
    assertThat(take(messages)).isEqualTo(1);
    assertThat(messages.size()).isZero();
    assertThat(files(messages)).isEmpty();
  }

  @Test
  void put_interruptedBefore_isDoneAndFlagStays() {
    SharedMessages messages = SharedMessages.make(0);
    Thread.currentThread().interrupt();
    for (int i = 0; i < 300; i++) {
      messages.put(1, bytes(i, 1000), NOW);
    }
    messages.put(1, bytes(300, 1 << 20), NOW);
    for (int i = 0; i <= 300; i++) {
      assertThat(take(messages)).isEqualTo(i);
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void close_waiting_goOnAndWhatIsThereIsTaken() {
    SharedMessages full = SharedMessages.make(1);
    full.put(1, bytes(1, 8), NOW);
    SharedMessages empty = SharedMessages.make(0);
    Helper<Boolean> putter = Threads.startAndAwaitParked(() -> full.put(1, bytes(2, 8), Deadline.NEVER));
    Helper<Message> taker = Threads.startAndAwaitParked(() -> empty.take(Deadline.NEVER));
    Helper<Boolean> looker = Threads.startAndAwaitParked(() -> empty.await(Deadline.NEVER));
    full.close(false);
    empty.close(false);
    assertThat(putter.join()).isFalse();
    assertThat(taker.join()).isNull();
    assertThat(looker.join()).isTrue();
    assertThat(List.of(full.isClosed(), full.isDrained(), empty.isDrained())).containsExactly(true, false, true);
    assertThat(take(full)).isEqualTo(1);
    assertThat(full.isDrained()).isTrue();
  }

  @Test
  void close_dropping_countsAllAsDone() {
    SharedMessages messages = SharedMessages.make(0);
    for (int i = 0; i < 100; i++) {
      messages.put(1, bytes(i, i % 10 == 0 ? 1 << 20 : 5000), NOW);
    }
    Helper<Boolean> joiner = Threads.startAndAwaitParked(() -> messages.awaitDone(Deadline.NEVER));
    take(messages);
    assertThat(messages.done()).isTrue();
    messages.close(true);
    assertThat(joiner.join()).isTrue();
    assertThat(messages.done()).isFalse();
    assertThat(messages.take(NOW)).isNull();
    assertThat(messages.size()).isZero();
    assertThat(files(messages)).isEmpty();
  }

  @Test
  void whenReady_message_isTold() throws InterruptedException {
    SharedMessages messages = SharedMessages.make(0);
    var told = new CountDownLatch(1);
    Runnable cancel = messages.whenReady(told::countDown);
    assertThat(told.getCount()).isEqualTo(1);
    messages.put(1, bytes(1, 8), NOW);
    told.await();
    cancel.run();
    var again = new CountDownLatch(1);
    messages.whenReady(again::countDown).run();
    assertThat(again.getCount()).as("there is one already").isZero();
  }

  @RepeatedTest(20)
  void putAndTake_manyThreadsThatWait_nothingIsLostOrDoubled() {
    SharedMessages messages = SharedMessages.make(3);
    int threads = 3;
    int each = 1_000;
    var seen = new AtomicIntegerArray(threads * each);
    var helpers = new ArrayList<Helper<Void>>();
    for (int i = 0; i < threads; i++) {
      int first = i * each;
      helpers.add(Threads.run(() -> {
        for (int item = first; item < first + each; item++) {
          messages.put(1, bytes(item, item % 97), Deadline.NEVER);
        }
      }));
      helpers.add(Threads.run(() -> {
        for (int n = 0; n < each; n++) {
          seen.incrementAndGet(number(Objects.requireNonNull(messages.take(Deadline.NEVER))));
        }
      }));
    }
    helpers.forEach(Helper::join);
    assertThat(messages.size()).isZero();
    for (int i = 0; i < seen.length(); i++) {
      assertThat(seen.get(i)).isEqualTo(1);
    }
  }

  @Test
  void forgotten_itsFilesAreGone() {
    List<Path> files = forget();
    assertThat(files).hasSize(2);
    Threads.await("the files are gone", () -> {
      System.gc();
      return files.stream().noneMatch(Files::exists);
    });
  }

  private static List<Path> forget() {
    SharedMessages messages = SharedMessages.make(0);
    for (int i = 0; i < 100; i++) {
      messages.put(1, bytes(i, i == 0 ? 1 << 20 : 1000), NOW);
    }
    return files(messages).stream().map(messages.heap.folder()::resolve).toList();
  }

  @Test
  void travel_noChildIsStarted_isRefused() {
    SharedMessages messages = SharedMessages.make(0);
    assertThatThrownBy(() -> messages.travel("Queue")).hasMessage("Queue objects should only be shared between processes through inheritance");
  }
}

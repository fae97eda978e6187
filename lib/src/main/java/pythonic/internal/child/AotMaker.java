package pythonic.internal.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.Pickler;

/**
 * Makes the {@linkplain AotCache cache} if there is none, once in a program, in the background and with the lowest
 * priority. A child of its own does the work, and ends with this JVM; what it has not finished then another program
 * does. Of all programs of the user one at a time makes a cache.
 */
public final class AotMaker {

  /** So many are kept, of 15 MB or more each. */
  private static final int KEPT = 8;

  private static final Set<StandardOpenOption> LOCK_OPTIONS = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  private static final AtomicBoolean TRIED = new AtomicBoolean();
  private static final AtomicReference<@Nullable ChildJvm> WORKER = new AtomicReference<>();

  private static volatile @Nullable Supplier<byte[]> training;

  private AotMaker() {}

  /** Says what a child does whose classes are recorded for the cache: a pickled {@link ChildJob}. */
  public static void training(Supplier<byte[]> job) {
    training = job;
  }

  /** Begins to make the cache, if that was not tried before. */
  static void makeOnce() {
    Supplier<byte[]> job = training;
    if (job == null || ParentLink.current() != null || !TRIED.compareAndSet(false, true)) {
      return;
    }
    AotCache cache = AotCache.own();
    if (cache != null && !cache.exists() && !Files.exists(cache.file("refused"))) {
      Thread.ofPlatform().daemon().name("pythonic-aot").start(() -> makeAlone(cache, job.get()));
    }
  }

  private static void makeAlone(AotCache cache, byte[] job) {
    try (FileChannel lock = FileChannel.open(cache.folder().resolve("lock"), LOCK_OPTIONS, cache.privately());
        FileLock held = lock.tryLock()) {
      if (held != null && !cache.exists()) {
        make(cache, job);
        trim(cache.folder());
      }
    } catch (IOException | UncheckedIOException | OSError | OverlappingFileLockException e) {
      // No cache then: the folder cannot be written to, the disk is full, or no process can be made.
    }
  }

  private static void make(AotCache cache, byte[] training) throws IOException {
    Path record = cache.file("record");
    Path unfinished = cache.file("unfinished");
    var job = new AotJob(training, record.toString(), unfinished.toString());
    Lifecycle.atExit(AotMaker::abandon);
    if (Lifecycle.isExiting()) {
      return;
    }
    ChildJvm worker = ChildJvm.launch(new Launch(List.of(), true), () -> Pickler.dumps(job, ""), ClassSource.none(), _ -> {});
    WORKER.set(worker);
    if (Lifecycle.isExiting()) {
      abandon();
    }
    worker.join(Deadline.NEVER);
    WORKER.set(null);
    Integer code = worker.exitCode();
    if (code != null && code == 0 && Files.exists(unfinished)) {
      cache.protect(unfinished);
      Files.move(unfinished, cache.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else if (code != null && code == AotJob.REFUSED) {
      Files.createFile(cache.file("refused"), cache.privately()); // to try again would be in vain
    }
    Files.deleteIfExists(record);
    Files.deleteIfExists(unfinished);
  }

  /** At the program's end: the work is not waited for. */
  private static void abandon() {
    ChildJvm worker = WORKER.getAndSet(null);
    if (worker != null) {
      worker.killTree();
    }
  }

  /** Deletes what was not used for the longest time, and what was left unfinished. */
  private static void trim(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> !file.endsWith("lock")).sorted(Comparator.comparing(AotMaker::age).reversed()).toList();
      List<Path> caches = all.stream().filter(file -> file.toString().endsWith(".aot")).toList();
      for (Path file : all) {
        boolean kept = caches.contains(file) ? caches.indexOf(file) < KEPT : file.toString().endsWith(".refused") && all.indexOf(file) < 4 * KEPT;
        if (!kept) {
          Files.deleteIfExists(file); // only the holder of the lock leaves unfinished files, and that is this program
        }
      }
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // deleted meanwhile
    }
  }
}

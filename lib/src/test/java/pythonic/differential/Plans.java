package pythonic.differential;

import static pythonic.differential.Drawing.any;

import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.KeyError;
import pythonic.builtins.functions.Procedure0;
import pythonic.threading.Lock;
import pythonic.threading.RLock;

/** Every kind of object that is compared. */
@NullUnmarked
enum Plans {
  LOCK {
    @Override
    Plan draw(Random random) {
      return new Plan(Invocation.of("Lock"), () -> new LockModel(false), ThreadingVocabulary::ofPlainLocks);
    }
  },
  RLOCK {
    @Override
    Plan draw(Random random) {
      return new Plan(Invocation.of("RLock"), () -> new LockModel(true), ThreadingVocabulary::ofLocks);
    }
  },
  SEMAPHORE {
    @Override
    Plan draw(Random random) {
      return semaphore(random, "Semaphore", false);
    }
  },
  BOUNDED_SEMAPHORE {
    @Override
    Plan draw(Random random) {
      return semaphore(random, "BoundedSemaphore", true);
    }
  },
  EVENT {
    @Override
    Plan draw(Random random) {
      return new Plan(Invocation.of("Event"), EventModel::new, ThreadingVocabulary::ofEvents);
    }
  },
  CONDITION {
    @Override
    Plan draw(Random random) {
      boolean reentrant = random.nextBoolean();
      Object lock = reentrant ? new Fresh("RLock()", RLock::new) : new Fresh("Lock()", Lock::new);
      var plain = Invocation.of("Condition");
      var made =
          switch (random.nextInt(reentrant ? 4 : 2)) {
            case 0 -> plain.with(lock);
            case 1 -> plain.with("lock", lock);
            case 2 -> plain.with("lock", (Object) null);
            default -> plain;
          };
      return new Plan(made, () -> new ConditionModel(reentrant), ThreadingVocabulary::ofConditions);
    }
  },
  BARRIER {
    @Override
    Plan draw(Random random) {
      int parties = any(random, 0, 1, 2, 2, 2, 3, 3, 4);
      Object action = any(random, null, NOTHING, NOTHING, FAIL);
      Object timeout = any(random, null, null, null, 0, 0.0002);
      var plain = Invocation.of("Barrier");
      var made =
          switch (random.nextInt(4)) {
            case 0 -> plain.with(parties, action, timeout);
            case 1 -> plain.with(parties).with("timeout", timeout).with("action", action);
            case 2 -> plain.with("parties", parties).with("action", action).with("timeout", timeout);
            default -> plain.with(parties, action).with("timeout", timeout);
          };
      Double seconds = timeout instanceof Number number ? (Double) number.doubleValue() : null;
      return parties < 1
          ? Plan.impossible(made)
          : new Plan(made, () -> new BarrierModel(parties, FAIL.equals(action), seconds), ThreadingVocabulary::ofBarriers);
    }
  },
  QUEUE {
    @Override
    Plan draw(Random random) {
      return queue(random, "Queue", small(random), QueueVocabulary.full(QueueVocabulary::anything));
    }
  },
  LIFO_QUEUE {
    @Override
    Plan draw(Random random) {
      return queue(random, "LifoQueue", small(random), QueueVocabulary.full(QueueVocabulary::anything));
    }
  },
  PRIORITY_QUEUE {
    @Override
    Plan draw(Random random) {
      Function<Random, Object> items =
          Drawing.<Function<Random, Object>>any(
              random, QueueVocabulary::number, QueueVocabulary::text, QueueVocabulary::tuple, QueueVocabulary::list);
      return random.nextInt(5) == 0
          ? new Plan(Invocation.of("PriorityQueue"), () -> new QueueModel(0, false), QueueVocabulary.unordered())
          : queue(random, "PriorityQueue", any(random, -1, 0, 0, 0, 2, 7), QueueVocabulary.full(items));
    }
  },
  SIMPLE_QUEUE {
    @Override
    Plan draw(Random random) {
      return new Plan(Invocation.of("SimpleQueue"), () -> new QueueModel(0, true), QueueVocabulary::simple);
    }
  },
  FUTURE {
    @Override
    Plan draw(Random random) {
      return new Plan(Invocation.of("Future"), FutureModel::new, FutureVocabulary::anyCall);
    }
  };

  private static final Fresh NOTHING = new Fresh("nothing", () -> (Procedure0) () -> {});

  private static final Fresh FAIL = new Fresh("fail", () -> (Procedure0) () -> {
    throw new KeyError("action");
  });

  abstract Plan draw(Random random);

  private static Plan semaphore(Random random, String name, boolean bounded) {
    int value = random.nextInt(12) == 0 ? -1 : random.nextInt(4);
    var plain = Invocation.of(name);
    var made = value == 1 && random.nextBoolean() ? plain : random.nextBoolean() ? plain.with(value) : plain.with("value", value);
    return value < 0 ? Plan.impossible(made) : new Plan(made, () -> new SemaphoreModel(value, bounded), ThreadingVocabulary::ofSemaphores);
  }

  private static int small(Random random) {
    return any(random, -1, 0, 0, 1, 1, 2, 3);
  }

  private static Plan queue(Random random, String name, int maxsize, Vocabulary vocabulary) {
    var plain = Invocation.of(name);
    var made = maxsize == 0 && random.nextBoolean() ? plain : random.nextBoolean() ? plain.with(maxsize) : plain.with("maxsize", maxsize);
    return new Plan(made, () -> new QueueModel(maxsize, false), vocabulary);
  }
}

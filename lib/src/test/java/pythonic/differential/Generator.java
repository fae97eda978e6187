package pythonic.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jspecify.annotations.NullUnmarked;

/** Makes a sequence of a seed: the same one each time, on every machine. */
@NullUnmarked
final class Generator {

  private static final List<Plans> KINDS = List.of(Plans.values());

  private static final int LONGEST = 30;

  /** How often a call is drawn anew that does not fit. */
  private static final int DRAWS = 20;

  /** Spreads neighbouring seeds over all of them. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;
  private final Plan plan;
  private final int threads;
  private final List<Operation> operations = new ArrayList<>();
  private Model model; // after the operations

  private Generator(long seed) {
    random = new Random(seed * SPREAD);
    plan = KINDS.get((int) Math.floorMod(seed, (long) KINDS.size())).draw(random);
    model = plan.model();
    threads = random.nextInt(4) == 0 ? 1 : 2 + random.nextInt(Operation.THREADS - 1);
  }

  static Sequence sequence(long seed) {
    return new Generator(seed).sequence();
  }

  private Sequence sequence() {
    if (plan.isPossible()) {
      for (int length = 5 + random.nextInt(LONGEST - 5); length > 0; length--) {
        int blocked = model.blocked().size();
        if (threads == 1 || random.nextInt(3) > 0 || !draw(now -> now > blocked)) {
          draw(_ -> true);
        }
      }
      for (int more = LONGEST; !model.blocked().isEmpty() && more > 0; more--) {
        int blocked = model.blocked().size();
        if (!draw(now -> now < blocked)) {
          draw(now -> now <= blocked);
        }
      }
    }
    while (!model.blocked().isEmpty()) {
      operations.removeLast();
      model = after(operations);
    }
    return Sequence.of(plan, operations).orElseThrow();
  }

  /** Adds a call whose outcome the model knows, and that leaves such a number of threads blocked, if one is found. */
  private boolean draw(IntPredicate blocked) {
    for (int draws = DRAWS; draws > 0; draws--) {
      var operation = new Operation(random.nextInt(threads), plan.vocabulary().next(random));
      try {
        model.apply(operation);
        if (blocked.test(model.blocked().size())) {
          operations.add(operation);
          return true;
        }
      } catch (Model.Undetermined e) {
        // another one, then
      }
      model = after(operations);
    }
    return false;
  }

  private Model after(List<Operation> operations) {
    Model replayed = plan.model();
    operations.forEach(replayed::apply);
    return replayed;
  }
}

package pythonic.greenlet;

import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;

/** A plan of switches among greenlets, drawn by a seed: the main one and up to five others, each with its steps. */
@NullUnmarked
final class SwitchPlan {

  private final List<String> lines;
  private final List<String> out = new ArrayList<>();
  private final List<Greenlet> greenlets = new ArrayList<>();

  SwitchPlan(long seed) {
    var random = new Random(seed);
    int others = 1 + random.nextInt(5);
    lines = new ArrayList<>();
    for (int i = 0; i <= others; i++) {
      var line = new StringBuilder(i == 0 || random.nextInt(4) == 0 ? "!" : "");
      int steps = 2 + random.nextInt(7);
      for (int k = 0; k < steps; k++) {
        line.append(k == 0 ? "" : " ").append(draw(random, others, i == 0));
      }
      lines.add(line.toString());
    }
  }

  private static String draw(Random random, int others, boolean main) {
    int target = random.nextInt(others + 1);
    int value = random.nextInt(100);
    return switch (random.nextInt(main ? 12 : 14)) {
      case 0 -> "s" + target;
      case 1, 2 -> "s" + target + ":" + value + "," + random.nextInt(100);
      case 3, 4, 5, 6 -> "s" + target + ":" + value;
      case 7 -> "t" + target + ":V";
      case 8 -> "t" + target + ":G";
      case 9 -> "p" + target;
      case 10 -> "o" + target;
      case 11 -> "d" + target;
      case 12 -> "r" + value;
      default -> "x";
    };
  }

  String text() {
    return String.join("\n", lines);
  }

  /** {@return what happened, a line for each thing} */
  List<String> run() throws Exception {
    greenlets.add(Greenlet.getcurrent());
    for (int i = 1; i < lines.size(); i++) {
      int own = i;
      greenlets.add(new Greenlet() {
        @Override
        public Object run(Object... arguments) throws Exception {
          return body(own, arguments);
        }
      });
    }
    out.add(str(body(0)));
    out.add(String.join(" ", greenlets.stream().map(g -> repr(g.dead()) + "/" + repr(g.dead() ? false : g.active())).toList()));
    return out;
  }

  private Object body(int own, Object... arguments) throws Exception {
    boolean catches = lines.get(own).startsWith("!");
    out.add(own + " begins " + repr(new Args(Arrays.asList(arguments))));
    for (String step : Splitter.on(' ').split(catches ? lines.get(own).substring(1) : lines.get(own))) {
      if (step.charAt(0) == 'r') {
        return Integer.valueOf(step.substring(1));
      }
      if (step.charAt(0) == 'x') {
        throw new KeyError(own);
      }
      try {
        String result = step(own, step);
        out.add(own + " " + step + " -> " + result);
      } catch (RuntimeException e) {
        out.add(own + " " + step + " raises " + e.getClass().getSimpleName() + " " + str(e));
      } catch (GreenletExit e) {
        out.add(own + " " + step + " exits " + str(e));
        if (!catches) {
          throw e;
        }
      }
    }
    return "end " + own;
  }

  private String step(int own, String step) {
    List<String> parts = Splitter.on(':').splitToList(step.substring(1));
    Greenlet target = greenlets.get(Integer.parseInt(parts.get(0)));
    return switch (step.charAt(0)) {
      case 's' -> show(parts.size() == 1 ? target.switch_()
          : target.switch_((Object[]) Splitter.on(',').splitToStream(parts.get(1)).map(Integer::valueOf).toArray(Integer[]::new)));
      case 't' -> show(target.throw_(parts.get(1).equals("V") ? new ValueError(7) : new GreenletExit(8)));
      case 'p' -> {
        greenlets.get(own).parent(target);
        yield "parent";
      }
      case 'o' -> {
        target.parent(greenlets.get(own));
        yield "parent of " + greenlets.indexOf(target);
      }
      default -> "dead " + repr(target.dead()) + " active " + repr(target.active());
    };
  }

  private static String show(Object value) {
    return repr(value);
  }
}

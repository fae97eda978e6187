package pythonic.blocking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A blocking method: the ways to write the call, and the states in which its object may be.
 *
 * @param <S> the type of the object
 */
final class Subject<S> {

  private final Map<String, Form<S>> forms = new LinkedHashMap<>();
  private final Map<String, Supplier<Situation<S>>> states = new LinkedHashMap<>();

  Subject<S> form(String name, Form<S> form) {
    forms.put(name, form);
    return this;
  }

  Subject<S> state(String name, Supplier<Situation<S>> situation) {
    states.put(name, situation);
    return this;
  }

  Map<String, Form<S>> forms() {
    return forms;
  }

  Map<String, Supplier<Situation<S>>> states() {
    return states;
  }
}

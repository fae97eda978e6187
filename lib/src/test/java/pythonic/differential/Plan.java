package pythonic.differential;

import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** How an object is made, how its model is made, and what is done to it. */
@NullUnmarked
record Plan(Invocation construction, Supplier<Model> models, Vocabulary vocabulary) {

  Model model() {
    return models.get();
  }

  /** {@return the plan for an object that cannot be made, because its constructor raises} */
  static Plan impossible(Invocation construction) {
    return new Plan(construction, EventModel::new, null);
  }

  boolean isPossible() {
    return vocabulary != null;
  }
}

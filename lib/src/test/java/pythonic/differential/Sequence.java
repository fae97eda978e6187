package pythonic.differential;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object, and what threads do to it, one call after the other; every call that blocks ends before the last one does. */
record Sequence(Plan plan, List<Step> steps) {

  /** {@return the operations with what the model says of them, nothing if Python leaves something open or a call stays blocked} */
  static Optional<Sequence> of(Plan plan, List<Operation> operations) {
    Model model = plan.model();
    var steps = new ArrayList<Step>();
    try {
      operations.forEach(operation -> steps.add(model.apply(operation)));
    } catch (Model.Undetermined e) {
      return Optional.empty();
    }
    return model.blocked().isEmpty() ? Optional.of(new Sequence(plan, steps)) : Optional.empty();
  }

  List<Operation> operations() {
    return steps.stream().map(Step::operation).toList();
  }

  /** {@return the lines that Python's interpreter reads} */
  String text() {
    return plan.construction() + "\n" + steps.stream().map(step -> step + "\n").collect(joining());
  }
}

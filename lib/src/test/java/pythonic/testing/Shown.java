package pythonic.testing;

import pythonic.builtins.HasStr;

/** Shows an object by its {@code str()}, for contracts that look at the text of what a proxy stands for. */
public record Shown(HasStr object) {

  @Override
  public String toString() {
    return object.str();
  }
}

package pythonic.blocking;


import java.util.List;

/**
 * What comes of a call.
 *
 * @param until whether the call waits, and until when
 * @param text its value as Python shows it, or the exception with its message
 */
record Outcome(Wait until, String text) {

  /** How the table tells whether a call waits. */
  enum Wait {
    NOT(""),
    UNTIL_THE_TIME_IS_OVER("~"),
    UNTIL_RELEASED("..");

    private final String prefix;

    Wait(String prefix) {
      this.prefix = prefix;
    }
  }

  static Outcome parse(String notation) {
    Wait wait = List.of(Wait.values()).reversed().stream().filter(it -> notation.startsWith(it.prefix)).findFirst().orElseThrow();
    return new Outcome(wait, notation.substring(wait.prefix.length()));
  }

  boolean waits() {
    return until != Wait.NOT;
  }

  /** A sleep is released by nothing but an interrupt. */
  boolean isEndless() {
    return until == Wait.UNTIL_RELEASED && text.isEmpty();
  }

  @Override
  public String toString() {
    return until.prefix + text;
  }

}

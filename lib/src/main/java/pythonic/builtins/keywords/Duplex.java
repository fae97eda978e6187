package pythonic.builtins.keywords;

/**
 * Whether both ends of a pipe send and receive.
 *
 * @param value false for one end that receives and one that sends
 */
public record Duplex(boolean value) implements Keyword {

  @Override
  public String keyword() {
    return "duplex";
  }
}

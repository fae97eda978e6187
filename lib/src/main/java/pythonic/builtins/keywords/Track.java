package pythonic.builtins.keywords;

/**
 * Whether a block of shared memory is deleted with the process that makes it.
 *
 * @param value true to have it deleted
 */
public record Track(boolean value) implements SharedMemoryKeyword {

  @Override
  public String keyword() {
    return "track";
  }
}

package pythonic.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** How threads wait in shared memory: children always may use the system's futex unless it is forbidden. */
public enum Waiting {
  FUTEX("--enable-native-access=ALL-UNNAMED"),
  MIXED("-Dmixed=true"), // the first process waits in Java, its children in the system
  PORTABLE("-Dpythonic.portable=true");

  private final String option;

  Waiting(String option) {
    this.option = option;
  }

  /** {@return the command that runs a class whose processes wait in this way} */
  public List<String> command(Class<?> program, String... arguments) {
    var command = new ArrayList<>(List.of(Programs.java(), option, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
        "-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** {@return what a class prints, which prints no errors} */
  public String run(Class<?> program, String... arguments) {
    Programs.Result result = Programs.run(command(program, arguments));
    assertThat(result.err()).isEmpty();
    return result.out();
  }
}

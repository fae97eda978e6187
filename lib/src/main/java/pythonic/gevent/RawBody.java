package pythonic.gevent;

import pythonic.builtins.functions.Callable;
import pythonic.gevent.hub.Hub;
import pythonic.greenlet.Greenlet;
import pythonic.internal.calls.Call;
import pythonic.internal.greenlets.Failures;
import pythonic.internal.greenlets.GreenletAccess;
import pythonic.internal.waiting.Strand;

/** A greenlet that {@code spawn_raw} starts. */
final class RawBody implements pythonic.internal.waiting.Hub.Body {

  private final Greenlet greenlet = new Greenlet((Callable) null, Hub.get_hub());
  private final Call call;

  private RawBody(Call call) {
    this.call = call;
  }

  static Greenlet start(Call call) {
    Greenlet.getcurrent(); // makes the hub
    var body = new RawBody(call);
    Strand.enter().hub().add(body);
    return body.greenlet;
  }

  @Override
  public boolean isWanted() {
    return true;
  }

  @Override
  public void run(Strand own) {
    GreenletAccess.get().begin(greenlet, own);
    try {
      call.run();
    } catch (pythonic.greenlet.GreenletExit e) {
      // It was to end.
    } catch (Throwable e) {
      Failures.report(greenlet, e);
    }
    GreenletAccess.get().end(greenlet);
  }
}

package pythonic.concurrent.futures;

import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;

final class VirtualWaitingCallsTest extends WaitingCallsContract {

  @Override
  ThreadPoolExecutor executor(ThreadPoolExecutorKeyword... keywords) {
    return VirtualExecutorTest.virtualExecutor(keywords);
  }
}

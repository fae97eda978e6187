package pythonic.threading;

import static pythonic.builtins.Keywords.virtual;

import java.util.Arrays;
import pythonic.builtins.keywords.ThreadKeyword;

class VirtualThreadJoinTest extends ThreadJoinContract {

  @Override
  Thread thread(ThreadKeyword... keywords) {
    ThreadKeyword[] all = Arrays.copyOf(keywords, keywords.length + 1);
    all[keywords.length] = virtual(true);
    return new Thread(all);
  }
}

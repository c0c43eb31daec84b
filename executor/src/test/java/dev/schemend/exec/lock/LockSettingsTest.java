package dev.schemend.exec.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockSettingsTest {

  @Test
  void anyValueButNothingAndZeroSwitchesTheLockOff() {
    assertEquals(true, LockSettings.DEFAULT.under(Optional.empty()).enabled());
    assertEquals(true, LockSettings.DEFAULT.under(Optional.of("")).enabled());
    assertEquals(true, LockSettings.DEFAULT.under(Optional.of("0")).enabled());
    assertEquals(false, LockSettings.DEFAULT.under(Optional.of("1")).enabled());
    assertEquals(false, LockSettings.DEFAULT.under(Optional.of("false")).enabled());
  }
}

package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsideVendorCallsTest {
    private final List<Runnable> aside = new ArrayList<>();
    private final List<VendorAnswer> read = new ArrayList<>();

    private void receive(VendorAnswer answer) {
        VendorCall call =
                VendorCall.get(new AccountId("31415926"), Purpose.LATEST, new VendorHost(false, "localhost", 1), "/");
        new AsideVendorCalls(sent -> Uni.createFrom().item(answer), aside::add)
                .send(call)
                .subscribe()
                .with(read::add);
    }

    private static VendorAnswer content(int bytes) {
        return Said.content(Buffer.buffer(new byte[bytes]), null);
    }

    @Test
    void whatIsSmallIsReadWhereItCame() {
        receive(content(32 << 10));
        receive(new VendorAnswer.NotModified("1"));
        receive(new VendorAnswer.NotFound());
        assertThat(read).hasSize(3);
        assertThat(aside).isEmpty();
    }

    @Test
    void whatIsLargeIsReadElsewhere() {
        receive(content(1 << 20));
        assertThat(read).isEmpty();
        aside.forEach(Runnable::run);
        assertThat(read).hasSize(1);
    }
}

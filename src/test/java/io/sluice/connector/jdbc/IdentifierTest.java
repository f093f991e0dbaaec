package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    private static List<String> names(String text) {
        return Identifier.parse(text, '`').stream().map(Identifier.Part::name).toList();
    }

    @Test
    void readsPlainAndQuotedNames() {
        assertThat(names("orders")).containsExactly("orders");
        assertThat(names("shop.orders")).containsExactly("shop", "orders");
        assertThat(names("`a.b`.`c``d`")).containsExactly("a.b", "c`d");
        assertThat(names("shop.`order`")).containsExactly("shop", "order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a`; DROP TABLE b; -- ", "`a`; DROP TABLE b", "`", "``", "`a", "a`b", "`a`.", ".a", "a..b"})
    void whatIsNoNameIsOneLiteralName(String text) {
        assertThat(names(text)).containsExactly(text);
    }

    @Test
    void expandsRangesOfTables() {
        assertThat(TableNames.expand(List.of("t_[0-2]", "u"))).containsExactly("t_0", "t_1", "t_2", "u");
        assertThat(TableNames.expand(List.of("t_00[0-1]"))).containsExactly("t_000", "t_001");
        assertThat(TableNames.expand(List.of("t_[0-99]"))).hasSize(100);
        assertThatThrownBy(() -> TableNames.expand(List.of("t_[9-1]"))).isInstanceOf(SluiceException.class);
        assertThatThrownBy(() -> TableNames.expand(List.of("t_[0-999999999]"))).isInstanceOf(SluiceException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db.example.org", "db", "10.0.0.1", "::1", "[fe80::1]", "my_host", "a-b.c", "xn--bcher-kva.de"})
    void acceptsHosts(String host) {
        assertThat(HostName.forUrl(host)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(host=h,port=3306,allowLoadLocalInfile=true)",
                "h:3306/x?a=b",
                "h,other",
                "h/x",
                "h?x",
                "user@h",
                "h#",
                " h",
                "",
                "127.1",
                "2130706433",
                "0x7f.1",
                "256.1.1.1",
                "-h",
                "h\nx",
                "address=(host=h)"
            })
    void refusesEverythingElse(String host) {
        assertThatThrownBy(() -> HostName.forUrl(host))
                .isInstanceOfSatisfying(
                        SluiceException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CommonError.HOST_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "0.0.0.0", "::", "fe80::1", "224.0.0.1", "fd00:ec2::254"})
    void neverConnectsToMetadataServicesAndTheLike(String host) {
        assertThatThrownBy(() -> EgressPolicy.of("").resolve(host))
                .isInstanceOfSatisfying(
                        SluiceException.class,
                        failure -> assertThat(failure.code()).isEqualTo(JdbcError.EGRESS_DENIED));
    }

    @Test
    void theOperatorMayDenyLoopbackAndPrivateAddresses() {
        assertThat(EgressPolicy.of("").resolve("127.0.0.1")).hasSize(1);
        assertThat(EgressPolicy.of("").resolve("10.1.2.3")).hasSize(1);
        EgressPolicy strict = EgressPolicy.of("loopback,private");
        for (String host : List.of("127.0.0.1", "::1", "10.1.2.3", "192.168.0.1", "fd12::1")) {
            assertThatThrownBy(() -> strict.resolve(host)).isInstanceOf(SluiceException.class);
        }
    }

    @Test
    void takesUrlsApart() {
        JdbcUrl url = JdbcUrl.parse("jdbc:mysql://db:3307/sh%20op?connectTimeout=5000", "jdbc:mysql", 3306);

        assertThat(url).isEqualTo(new JdbcUrl("db", 3307, "sh op", Map.of("connectTimeout", "5000")));
    }
}

package io.github.ecs2k8s.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSWORD",
                "DB_PASSWORD",
                "MYSQL_PWD",
                "SMTP_PASS",
                "clientSecret",
                "client-secret",
                "token",
                "accessToken",
                "apiKey",
                "AWS_SECRET_ACCESS_KEY",
                "SECRET_KEY_BASE",
                "client-key-data",
                "spring.datasource.password",
            })
    void a_name_says_that_it_holds_a_credential(String name) {
        assertThat(Credentials.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PWD", "BYPASS", "COMPASS", "secretName", "TOKEN_TTL", "PASSWORD_FILE", "KEY", "monkey"})
    void a_name_says_nothing(String name) {
        assertThat(Credentials.isName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://shop:hunter2@db/shop",
                "-----BEGIN RSA PRIVATE KEY-----\nabc",
                "-----BEGIN PRIVATE KEY-----",
                "{\"clientSecret\":\"hunter2\"",
                "{\\\"password\\\": \\\"hunter2\\\"}",
                "db:\n  password: hunter2\n",
                "spring.datasource.password=hunter2",
                "--api-key --token=hunter2",
            })
    void a_credential_stands_in_a_text(String text) {
        assertThat(Credentials.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://db:5432/shop",
                "postgres://shop:$(PASSWORD)@db",
                "password: ${DB_PASSWORD}",
                "passwordFile: /run/x",
                "http://a.example.com/a:b@c",
                "secretName: web",
                "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf",
            })
    void a_text_holds_none(String text) {
        assertThat(Credentials.isIn(text)).isFalse();
    }
}

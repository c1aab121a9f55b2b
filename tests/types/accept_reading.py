"""What is read has the type that it says, never Any and never the shorthand's union."""

from typing import assert_type

from chartgen import ConfigMap, EnvVar, Overlay, Service, Spec


def read(spec: Spec, service: Service) -> None:
    assert_type(spec.name, str)
    assert_type(spec.replicas, int)
    assert_type(spec.image.repository, str)
    assert_type(spec.image.tag, str | None)
    assert_type(spec.ports["http"].port, int)
    assert_type(spec.ports["http"].service_port, int | None)
    assert_type(spec.env["LOG_LEVEL"], EnvVar)
    assert_type(spec.config["LOG_LEVEL"], str)
    assert_type(spec.config_maps["limits"], ConfigMap)
    assert_type(spec.external_secrets["db"].target_name, str | None)
    assert_type(spec.labels["tier"].value, str)
    if spec.autoscaling:
        assert_type(spec.autoscaling.max_replicas, int)
    assert_type(service.environments["production"], Overlay)

package eventkit.scanning.web;

import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.AnswersSecret;
import eventkit.identity.SessionCookie;
import eventkit.scanning.Device;
import eventkit.scanning.Devices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Devices that scan. */
@RestController
@RequestMapping("/api/v1/scanning/devices")
class DevicesResource {
    private final Devices devices;
    private final Clock clock;

    DevicesResource(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** One's own; everybody's for whoever manages devices. */
    @GetMapping
    @Needs(Permission.SCAN)
    Page<Device> list(ListQuery query) {
        return devices.list(query);
    }

    /** To be shown as a code that the device scans; good once, for ten minutes. */
    @PostMapping("/invitations")
    @Needs(Permission.SCAN)
    @AnswersSecret
    @ResponseStatus(HttpStatus.CREATED)
    Devices.Invitation invite(@RequestBody Devices.NewDevice device, HttpServletRequest request) {
        return devices.invite(device, ScansResource.origin(request));
    }

    /** Open: the token in the code is the proof. Signs the device in as the person who showed it the code. */
    @PostMapping
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    Device enrol(@RequestBody Devices.Enrolment enrolment, HttpServletRequest request, HttpServletResponse response) {
        var enrolled = devices.enrol(enrolment, request.getRemoteAddr(), request.getHeader("User-Agent"));
        var session = enrolled.session();
        long seconds = Duration.between(clock.instant(), session.expiresAt()).toSeconds();
        response.addHeader("Set-Cookie", SessionCookie.STAFF.set(session.token(), seconds, request.isSecure()));
        return enrolled.device();
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.SCAN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        devices.revoke(id);
    }
}
